"""Analyses an archive on Apache Spark: JSONL or Parquet in, Parquet with the report's schema out.

    spark-submit analyse.py --onrecord /path/to/onrecord INPUT OUTPUT

Each task keeps one `onrecord --jsonl` running and passes its articles through it. The binary travels to the
executors with the job: nothing need be installed on them but Python.
"""

import argparse
import json
import subprocess
import threading

from pyspark import SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, from_json

from report_schema import ANSWER

# Small parts: what a lost executor takes with it is done again in seconds, and no core waits long for the last one.
SMALL_PARTS = {"spark.sql.files.maxPartitionBytes": "4m", "spark.sql.files.openCostInBytes": "64k"}


def main() -> None:
    arguments = parse()
    spark = SparkSession.builder.appName("onrecord").getOrCreate()
    write(spark, arguments)
    spark.stop()


def parse(given=None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="file or folder: .jsonl (.gz) lines as `onrecord --jsonl` reads them, or Parquet")
    parser.add_argument("output", help="a new folder of Parquet files: id, error, report")
    parser.add_argument("--onrecord", required=True, help="the binary, built for the executors' machines")
    parser.add_argument("--parquet", action="store_true", help="the input is Parquet")
    for column in ("id", "text", "published", "outlet"):
        parser.add_argument(f"--{column}-column", default=column, help=f"the Parquet column with it; {column} if not given")
    return parser.parse_args(given)


def write(spark: SparkSession, arguments: argparse.Namespace) -> None:
    """Analyses all articles and writes what is found; refuses an output that is there already."""
    spark.sparkContext.addFile(arguments.onrecord)
    for name, value in SMALL_PARTS.items():
        if not spark.sparkContext.getConf().contains(name):
            spark.conf.set(name, value)
    binary = arguments.onrecord.rsplit("/", 1)[-1]
    articles = lines(spark, arguments).rdd.map(lambda row: row.value)
    answers = articles.mapPartitions(lambda part: ((answer,) for answer in ask(binary, part)))
    answered = spark.createDataFrame(answers, "line STRING").select(from_json(col("line"), ANSWER).alias("answer"))
    answered.select("answer.*").write.parquet(arguments.output)


def lines(spark: SparkSession, arguments: argparse.Namespace) -> DataFrame:
    """The articles as the lines that the command reads. Lines of JSON pass as they are, also those that are none."""
    if not arguments.parquet:
        text = spark.read.text(arguments.input)
        return text.where(col("value").rlike(r"\S"))
    table = spark.read.parquet(arguments.input)
    names = {"id": arguments.id_column, "text": arguments.text_column}
    more = {"published": arguments.published_column, "outlet": arguments.outlet_column}
    names |= {name: column for name, column in more.items() if column in table.columns}
    picked = table.select(*(col(column).cast("string").alias(name) for name, column in names.items()))
    return picked.selectExpr("to_json(struct(*)) AS value")


def ask(binary: str, articles):
    """One answer for each article, in the same order, from one process; if that ends early the task fails and is tried again."""
    command = [SparkFiles.get(binary), "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        asked = []
        feeder = threading.Thread(target=feed, args=(process.stdin, articles, asked), daemon=True)
        feeder.start()
        answered = 0
        for line in process.stdout:
            answered += 1
            yield regular(line.decode("utf-8"))
        feeder.join()
        if asked != [answered] or process.wait() != 0:
            raise RuntimeError(f"onrecord ended with {process.returncode} after {answered} answers")


def feed(pipe, articles, asked: list) -> None:
    """Writes the articles to the command and notes how many there were, unless one of both has ended too early."""
    count = 0
    try:
        with pipe:
            for article in articles:
                pipe.write(article.encode("utf-8") + b"\n")
                count += 1
        asked.append(count)
    except BrokenPipeError:
        pass


def regular(line: str) -> str:
    """The line with every check's result as an object: the one place where the report's JSON has two shapes."""
    if '"computed":"' not in line:
        return line
    answer = json.loads(line)
    for check in answer["report"]["checks"]:
        if isinstance(check["computed"], str):
            check["computed"] = {"date": check["computed"]}
    return json.dumps(answer, ensure_ascii=False)


if __name__ == "__main__":
    main()
