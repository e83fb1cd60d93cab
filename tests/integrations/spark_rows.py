"""For spark.test.mjs: the same articles by way of Parquet, and all rows of both answers as JSON on standard output."""

import sys
from argparse import Namespace

from pyspark.sql import SparkSession

import analyse

articles, by_lines, folder, binary = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
spark.read.json(articles).selectExpr("id AS uid", "text AS body", "published AS day").write.parquet(f"{folder}/table")
given = [f"{folder}/table", f"{folder}/by-table", "--onrecord", binary, "--parquet"]
given += ["--id-column", "uid", "--text-column", "body", "--published-column", "day"]
analyse.write(spark, analyse.parse(given))
for answers in (by_lines, f"{folder}/by-table"):
    rows = spark.read.parquet(answers).toJSON().collect()
    print("rows", len(rows))
    for row in rows:
        print(row)
spark.stop()
