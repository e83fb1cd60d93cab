use super::*;

/// Each quantity as "words=value unit", with "~" for about, ".." for ranges and bounds.
fn show(text: &str) -> String {
    let document = Document::read(text);
    let syntax = crate::tags::tag(&document);
    let times = crate::times::find(&document, &syntax, Some("2023-09-13"));
    find(&document, &syntax, &times)
        .iter()
        .map(|q| {
            let value = match (q.value, q.low, q.high, &q.parts) {
                (Some(v), ..) => v.to_string(),
                (_, _, _, Some(parts)) => parts.iter().map(f64::to_string).collect::<Vec<_>>().join("-"),
                (_, low, high, _) => {
                    format!(
                        "{}..{}",
                        low.map_or(String::new(), |v| v.to_string()),
                        high.map_or(String::new(), |v| v.to_string())
                    )
                }
            };
            let mark = |on: bool, sign: &str| if on { sign.to_owned() } else { String::new() };
            format!(
                "{}={}{}{}{}{}",
                document.slice(q.span),
                mark(q.approximate, "~"),
                value,
                q.unit.as_ref().map_or(String::new(), |u| format!(" {u}")),
                q.of.filter(|_| q.unit.is_none()).map_or(String::new(), |o| format!(" [{}]", document.slice(o))),
                q.change.map_or(String::new(), |c| format!(" {}", c.name()))
            )
        })
        .collect::<Vec<_>>()
        .join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected, "{text}");
}

#[test]
fn money() {
    check(
        "The company paid US$40 billion and £2.3m, or 500,000 rand.",
        "US$40 billion=40000000000 USD; £2.3m=2300000 GBP; 500,000 rand=500000 ZAR",
    );
    check(
        "It cost Rs 3 crore, RM23.50, €1,2 mio and CHF1.2m.",
        "Rs 3 crore=30000000 INR; RM23.50=23.5 MYR; €1,2 mio=1200000 EUR; CHF1.2m=1200000 CHF",
    );
    check("He paid twenty$5 for 20$ here.", "twenty=20; $5=5 USD; 20$=20 USD");
    check("A 5 cent rise took it to $1.20 a litre.", "5 cent=0.05 USD up; $1.20 a litre=1.2 USD/L");
    check(
        "They spent 20 million pounds on 300 pounds of beef.",
        "20 million pounds=20000000 GBP; 300 pounds=300 [lb_av]",
    );
    check(
        "The fund lost 9 billion shekels ($2.4 billion) a year.",
        "9 billion shekels=9000000000 ILS down; $2.4 billion=2400000000 USD down",
    );
    check("He paid 20 dollars and 43 cents.", "20 dollars and 43 cents=20.43 USD");
    check("It fined the bank between $3 million and $5 million.", "$3 million and $5 million=3000000..5000000 USD");
    check("The R1 road and the A380 are no money.", "");
    check("He owed $US55,931,000 ($A82,615,680) in Pakistan.", "$US55,931,000=55931000 USD; $A82,615,680=82615680 AUD");
    check("Nairobi spent 200 million shillings.", "200 million shillings=200000000 KES");
}

#[test]
fn percent() {
    check(
        "Sales rose 4 %, or 0.5 percentage points, after a 25 basis point cut.",
        "4 %=4 % up; 0.5 percentage points=0.5 [pp] up; 25 basis point=25 bp down",
    );
    check(
        "Some 10-15 per cent of voters and about a third of towns agreed.",
        "10-15 per cent=~10..15 %; a third=~0.3333333333333333 [towns]",
    );
    check("Rates fell from 5 to 4.5 per cent.", "5 to 4.5 per cent=4.5..5 % down");
}

#[test]
fn measures() {
    check(
        "The spaceport is some 1,000 kilometres (620 miles) away.",
        "1,000 kilometres=~1000 km; 620 miles=~620 [mi_i]",
    );
    check(
        "Winds of 120 mph hit the 5-acre farm; it was 30°C and then 86 F.",
        "120 mph=120 [mi_i]/h; 5-acre=5 [acr_us]; 30°C=30 Cel; 86 F=86 [degF]",
    );
    check("He is 6 feet 2 inches tall and weighs 80kg.", "6 feet 2 inches=6.166666666666667 [ft_i]; 80kg=80 kg");
    check(
        "Output fell by 52,000 barrels a day, at 80km/h and 12 km/l.",
        "52,000 barrels a day=52000 [bbl_us]/d down; 80km/h=80 km/h; 12 km/l=12 km/L",
    );
    check("The trip took three hours and 10 minutes.", "");
    check("The 37m ship sold 37m copies.", "37m=37 m; 37m=37000000 [copies]");
    check("The hotel has 4.5m visitors.", "4.5m=4500000 [visitors]");
}

#[test]
fn counts() {
    check("The 1,200 homes and two dozen shops lost power.", "1,200=1200 [homes]; two dozen=24 [shops]");
    check(
        "Half a million people and hundreds of soldiers came.",
        "Half a million=500000 [people]; hundreds=~200.. [soldiers]",
    );
    check(
        "Two and a half million children, several hundred teachers and tens of thousands of students stayed home.",
        "Two and a half million=2500000 [children]; several hundred=~200.. [teachers]; tens of thousands=~20000.. [students]",
    );
    check("One of the best wireless speakers costs less than 12 eggs.", "12=..12 [eggs]");
    check("No one wants another one, and this one is the only one.", "");
    check("Zero cases were found in 1,000 tests.", "Zero=0 [cases]; 1,000=1000 [tests]");
    check("There are 10 000 trees and 12,34,567 bushes.", "10 000=10000 [trees]; 12,34,567=1234567 [bushes]");
    check(
        "At least 21 districts, more than 4,000 engineers and up to 8 boats took part.",
        "21=21.. [districts]; 4,000=4000.. [engineers]; 8=..8 [boats]",
    );
    check(
        "Between 10 and 15 people, or three or four a day, called 20-odd times.",
        "10 and 15=10..15 [people]; three or four=3..4; 20=~20 [times]",
    );
    check("Four-, five- and six-cylinder engines are gone.", "Four=4 [cylinder]; five=5 [cylinder]; six=6 [cylinder]");
    check("It is twice as big and the price doubled in a threefold boom.", "twice=2; doubled=2 up; threefold=3 up");
}

#[test]
fn shares() {
    check(
        "One in five adults and two-thirds of voters said no.",
        "One in five=0.2 [adults]; two-thirds=0.6666666666666666 [voters]",
    );
    check("Only 36 out of 120 schools opened; half the town left.", "36 out of 120=0.3 [schools]; half=0.5 [town]");
    check("The second half began half an hour late.", "second=2 [half]");
    check(
        "He sold a quarter of a million records and a third album.",
        "a quarter of a million=250000 [records]; third=3 [album]",
    );
}

#[test]
fn ages() {
    check(
        "A 50-year-old man, aged 18 months, and Jamie Armstrong, 25, met.",
        "50-year-old=50 a; 18 months=18 mo; 25=25",
    );
    check("She turned 40; he died at 92.", "40=40; 92=92");
    check("He lived in Paris, 25 miles away.", "25 miles=25 [mi_i]");
}

#[test]
fn scores() {
    check("They won 3-1 and the senate voted 52-48.", "3-1=3-1; 52-48=52-48");
    check("It needs 10-15 years and 3-5 people.", "3-5=3..5 [people]");
}

#[test]
fn ordinals() {
    check(
        "It was his first visit, the 13th since the twenty-first summit.",
        "first=1 [visit]; 13th=13; twenty-first=21 [summit]",
    );
    check("The First Lady met the first minister at first.", "");
    check("The third-largest bank is No. 1 in Asia.", "third=3 [bank]");
    check("The Third Circuit ruled.", "");
}

#[test]
fn names() {
    check("The G20 met about Covid-19, an F-16, Formula 1 and a Boeing 737 on Flight 370.", "");
    check("Call +1 202 555 0123 or 1-800-555-0199 under Section 230 at 49 Zorro Ranch Road.", "");
    check("The iPhone 14 was version 2.1.3 in Room 101.", "");
    check("See https://example.com/12/34 for the 1990s and 13 September 2023.", "");
    check("The FTSE 100 fell and the under-21 team lost Game 7.", "");
}

#[test]
fn change() {
    check(
        "The index rose 2 percent, was up 9.4 per cent to $84, and up to 8 boats raised $5 million.",
        "2 percent=2 % up; 9.4 per cent=9.4 % up; $84=84 USD; 8=..8 [boats]; $5 million=5000000 USD",
    );
    check(
        "Shares fell by 3 %, a 12 % year-on-year drop, and closed 0.68 percent lower.",
        "3 %=3 % down; 12 %=12 %; 0.68 percent=0.68 % down",
    );
    check("The rate went from 75 to 50; the other climbed from 240 to 273.", "75=75; 50=50; 240=240; 273=273");
}

#[test]
fn restated() {
    check(
        "It is 300 °C (572 °F), and 333.6 million yen ($3.1 million) in all.",
        "300 °C=300 Cel; 572 °F=572 [degF]; 333.6 million yen=333600000 JPY; $3.1 million=3100000 USD",
    );
}

#[test]
fn numbers_with_a_part() {
    check(
        "It holds five and three quarters litres and 3 million and a half bees, or forty two and a third.",
        "five and three quarters litres=5.75 L; 3 million and a half=3500000 [bees]; forty two and a third=42.333333333333",
    );
    check("They raised a quarter million dollars.", "a quarter million dollars=250000 USD");
    check("It took one fifth; 1/16 of a US pint was left.", "one fifth=0.2; 1/16 of a US pint=0.0625 [pt_us]");
    check("He killed two and a third was wounded.", "two=2; third=3");
    check("They hired one third party.", "one=1 [third party]");
}

#[test]
fn numbers_of_several_magnitudes() {
    check(
        "It cost Rs 1.5 lakh crore, Rs 1 crore 20 lakh, Rs 500 cr and three lakh crore rupees.",
        "Rs 1.5 lakh crore=1500000000000 INR; Rs 1 crore 20 lakh=12000000 INR; Rs 500 cr=5000000000 INR; \
         three lakh crore rupees=3000000000000 INR",
    );
    check("It seats 4 thousand 3 hundred and 21 people.", "4 thousand 3 hundred and 21=4321 [people]");
    check("They lost 3 million and 20 others.", "3 million=3000000 down; 20=20 [others]");
}

#[test]
fn numbers_of_science_and_of_the_continent() {
    check(
        "The sun has 1.99×10^30 kg, a proton 1.67 x 10−27 kg, a jar 2 × 10⁶ grains, a star 6e24 kg.",
        "1.99×10^30 kg=1990000000000000000000000000000 kg; 1.67 x 10−27 kg=0.00000000000000000000000000167 kg; \
         2 × 10⁶=2000000 [grains]; 6e24 kg=6000000000000000000000000 kg",
    );
    check(
        "They counted 1 234 567 votes, 1 234,5 tonnes and €1.111,11.",
        "1 234 567=1234567 [votes]; 1 234,5 tonnes=1234.5 t; €1.111,11=1111.11 EUR",
    );
    check(
        "Sales rose 6 . 2 % to 10 , 000 cars , and 7 3 / 4 % bonds fell .",
        "6 . 2 %=6.2 % up; 10 , 000=10000 [cars]; 7 3 / 4 %=7.75 %",
    );
    check("They ran the 10K run in 2020 100 times.", "100=100 [times]");
}

#[test]
fn money_as_bankers_and_shops_write_it() {
    check(
        "It paid MSEK 120, 30 MEUR, 75 USD million and 500 NOK, or C $ 5 and cad$ 15.",
        "MSEK 120=120000000 SEK; 30 MEUR=30000000 EUR; 75 USD million=75000000 USD; 500 NOK=500 NOK; C $ 5=5 CAD; \
         cad$ 15=15 CAD",
    );
    check("It costs 15 dollars 50.", "15 dollars 50=15.5 USD");
    check("He paid 30 agorot, 50 groszy and ₿2.", "30 agorot=0.3 ILS; 50 groszy=0.5 PLN; ₿2=2 BTC");
    check(
        "The state gave Rupees 500 crore and Pounds 3.5bn.",
        "Rupees 500 crore=5000000000 INR; Pounds 3.5bn=3500000000 GBP",
    );
    check("He paid a fine in dollars 20 years ago.", "");
}

#[test]
fn measures_of_every_family() {
    check(
        "They pump 3 mmbpd and 28 bcm, hit by 5 kilotons, 40 kN, 900 hPa, 3 millisieverts, 12 fathoms and 2 acre-feet.",
        "3 mmbpd=3 10*6.[bbl_us]/d; 28 bcm=28 10*9.m3; 5 kilotons=5 kt; 40 kN=40 kN; 900 hPa=900 mbar; \
         3 millisieverts=3 mSv; 12 fathoms=12 [fth_i]; 2 acre-feet=2 [acr_us].[ft_i]",
    );
    check(
        "It hit 38° Celsius, 5 L/100 km and 600 Mbit/s.",
        "38° Celsius=38 Cel; 5 L/100 km=5 L/(100.km); 600 Mbit/s=600 Mbit/s",
    );
}

#[test]
fn what_a_maker_or_a_calendar_calls_it() {
    check("The airline bought two new 737 Max jets.", "two=2");
    check("Its 2018 sales fell and 2.1 last year was low.", "2.1=2.1");
    check("Life expectancy for men is around 73.", "73=~73");
    check("They want to add a pick or two.", "two=2 [pick]");
    check(
        "The score was above 1000, the range 1000-5000, ages 5 through 12.",
        "1000=1000..; 1000-5000=1000..5000; 5 through 12=5..12",
    );
}

#[test]
fn what_a_reader_of_the_articles_saw() {
    check("Corrie beat Ardvale City 3-2 on Saturday.", "3-2=3-2");
    check("The Boeing 747-400 flew.", "");
    check("Of Americans over 65, few nap, nor do people of 80.", "65=65..; 80=80");
    check("They took 312 volunteers between the ages of 60 and 84.", "312=312 [volunteers]; 60 and 84=60..84");
    check("They paid two of the seven authors.", "two=2 [authors]; seven=7 [authors]");
    check("Online sales made up 38% of revenue.", "38%=38 %");
    check("Shares fell 9p, or 3%, to 287p.", "9p=0.09 GBP down; 3%=3 % down; 287p=2.87 GBP");
    check("It won a 93 percent rating, up 61 percentage points.", "93 percent=93 %; 61 percentage points=61 [pp] up");
    check("He met her at the Four Seasons residence on pages 39 and 40 on 31 February.", "");
}

#[test]
fn heights() {
    check("At 6'2\" he tops her 5ft 10in.", "6'2\"=6.166666666666667 [ft_i]; 5ft 10in=5.833333333333333 [ft_i]");
    check("He wrote '6' and \"2\".", "6=6; 2=2");
}

#[test]
fn lengths_of_time_that_are_figures() {
    check(
        "She ran six minutes faster, an average of 70 days, in 3.5 seconds.",
        "six minutes=6 min; 70 days=~70 d; 3.5 seconds=3.5 s",
    );
    check("They extended the curfew by 15 days and cut two years off the term.", "15 days=15 d; two years=2 a down");
    check("From 0 to 80km/h in about 8 seconds.", "0 to 80km/h=0..80 km/h; 8 seconds=~8 s");
    check("The sun shone for 1539 hours.", "1539 hours=1539 h");
    check("He ruled for 20 years, left two weeks ago and served 73 months.", "");
    check("The 24-year high came after 12 months of talks that took two to three hours.", "");
}

#[test]
fn labels_count_nothing() {
    check("The V-10 roars past the XD.4 strain and the 2020 Harbour Party Convention.", "");
    check("Call 101 or contact police on 131 444 and quote reference 10070979.", "");
    check("The five-star hotel has a zero-tolerance policy; she flew on Marine One.", "");
    check("She led the Group of 16 and revoked (Article) 370 under Article VIII(5).", "");
    check("Leeds forward Joe Marr (9) passed Ned Poe (23).", "");
    check("At one point they left; one of them came, and one day one crisis after another.", "");
    check("Five stars shone; zero cases and one ship were seen.", "Five=5 [stars]; zero=0 [cases]; one=1 [ship]");
}

#[test]
fn ordinals_that_rank_nothing() {
    check("It was first seen in the first week, for the first time, by the 18th National Congress.", "");
    check("He sat in seat number 38 beside the No. 3 and No. 4 reactors.", "");
    check("He met the first and second rounds.", "first=1 [rounds]; second=2 [rounds]");
    check("The island was hit by a ninth wave.", "ninth=9 [wave]");
}

#[test]
fn what_is_counted_is_said_once() {
    check(
        "Sales rose to 5.2 million kettles from 1.9 million in 2018.",
        "5.2 million=5200000 [kettles]; 1.9 million=1900000 [kettles]",
    );
    check("About 720 bikes were found, compared with 58 in 2019.", "720=~720 [bikes]; 58=58 [bikes]");
    check(
        "More than 4 million lamps, including 1.2 million on the coast, went out.",
        "4 million=4000000.. [lamps]; 1.2 million=1200000 [lamps]",
    );
    check("They found 12 homes in Riga, 7 in Tartu and 3 in Pori.", "12=12 [homes]; 7=7 [homes]; 3=3 [homes]");
    check("The dairy will fill six million 300ml cartons.", "six million=6000000 [cartons]; 300ml=300 mL");
    check("At least 27 dead and 19 wounded people were counted.", "27=27.. [dead]; 19=19 [wounded people]");
    check(
        "There were 38 cases of torture and two occupants of the car.",
        "38=38 [cases of torture]; two=2 [occupants]",
    );
    check("He read 12 books. He was 20 at the time.", "12=12 [books]; 20=20");
}

#[test]
fn units_of_two_parts_and_in_brackets() {
    check(
        "The baby weighed 8lbs 6oz and the rope is 5 metres 20 centimetres long.",
        "8lbs 6oz=8.375 [lb_av]; 5 metres 20 centimetres=5.2 m",
    );
    check(
        "It was 3.1degF cooler at -40 (degrees Celsius) in the 4100sq m barn.",
        "3.1degF=3.1 [degF]; -40 (degrees Celsius)=-40 Cel; 4100sq m=4100 m2",
    );
    check(
        "Sellers pay $8 pesos, and lost minus $4 million and a quarter of a million pounds.",
        "$8 pesos=8 MXN; minus $4 million=-4000000 USD down; a quarter of a million pounds=250000 GBP",
    );
    check(
        "It sold 48m of its kettles; ticket sales hit 6.3m; 7 B coins are in use.",
        "48m=48000000 [kettles]; 6.3m=6300000; 7 B=7000000000 [coins]",
    );
    check("The herd grows six percent a year.", "six percent a year=6 %/a up");
    check("She bought a 27\" screen. He said \"27\" twice.", "27\"=27 [in_i]; 27=27; twice=2");
    check("The wave was 6.3m high.", "6.3m=6.3 m");
}

#[test]
fn ages_over_a_range() {
    check("Of women aged 21 to 39, half swim; seniors (60 years and older) do not.", "21 to 39=21..39; 60 years=60 a");
    check("Ms Downes, now 56, met the princess, 67, at the age of only 39.", "56=56; 67=67; 39=39");
    check("Miranda House (3) is a college.", "3=3");
}

#[test]
fn what_only_tells_apart_is_no_quantity() {
    check("They drew a detailed map[3] under section 177 (3) and Law No. (10).", "");
    check("The 4+1 group met; \"one country, two systems\" stays.", "");
    check("He toured from 1792-93. See http://cdn.example.org/727202-beach-1024x683.jpg.", "");
    check("One source said so, and one user posted it.", "");
    check("It owed much to its own 2019 landslide and her 2018 albums as 2024 begins.", "");
    // Near misses: these count.
    check("One tonne of rice went to 4000+ homes.", "One tonne=1 t; 4000=4000.. [homes]");
    check("One child and two systems (3) failed.", "One=1 [child]; two=2 [systems]; 3=3");
    check("The 1500 workers left 2019 homes.", "1500=1500 [workers]; 2019=2019 [homes]");
}

#[test]
fn compounds_before_what_is_counted() {
    check("It sent 17 high-level officials.", "17=17 [high-level officials]");
    check("We saw 150 live performances.", "150=150 [live performances]");
    check("She treated 65 under-five children.", "65=65 [under-five children]");
    check("He faced 18 counts of fraud and 5 types of tests.", "18=18 [counts]; 5=5 [types]");
    // Near misses: what ends the phrase.
    check("It rose to 17 high above the town.", "17=17");
    check("All 150 live in tents.", "150=150");
}

#[test]
fn ages_without_the_word_old() {
    check("Ann Kent, now 40, met officers Bo Quirin and Nic Redouane, 40 and 49, here.", "40=40; 40=40; 49=49");
    check("The dead were aged nine, ten, thirteen, and 49.", "nine=9; ten=10; thirteen=13; 49=49");
    check("I like to cook since I was eight. Her son, 7, helps.", "eight=8; 7=7");
    check("Riham Al-Maskari is only 20 and she will turn 21 in May.", "20=20; 21=21");
    // Near misses.
    check("The vote was five to three.", "five to three=3..5");
    check("Lots 40 and 49, he said, were sold.", "");
    check("The parts are nine, ten and 49.", "nine=9 [parts]; ten=10; 49=49");
}

#[test]
fn magnitudes_and_halves_in_all_spellings() {
    check(
        "The $250million park and the GHS6.2billion loan.",
        "$250million=250000000 USD; GHS6.2billion=6200000000 GHS",
    );
    check(
        "It fell two-and-a-half feet, then 3 and a half miles.",
        "two-and-a-half feet=2.5 [ft_i] down; 3 and a half miles=3.5 [mi_i]",
    );
    // Near misses.
    check("The $250 millionaire tax.", "$250=250 USD");
    check("Two and half of them left.", "Two=2; half=0.5");
}

#[test]
fn the_dollar_of_the_article() {
    check("Melbourne and Sydney lead Australia. A flat costs $500.", "$500=500 AUD");
    check("Toronto and Ottawa lead Canada. A flat costs $500.", "$500=500 CAD");
    check("Wellington and Auckland lead Aotearoa. A flat costs $500.", "$500=500 NZD");
    // Near misses: the United States are named as often, one word, or a dollar by its name.
    check("Sydney and Perth differ from America and Washington. A flat costs $500.", "$500=500 USD");
    check("He left Sydney. A flat costs $500.", "$500=500 USD");
    check(
        "Sydney and Perth grow. A flat costs 700 Australian dollars ($500).",
        "700 Australian dollars=700 AUD; $500=500 USD",
    );
    check("Sydney and Perth grow. A flat costs US$500 or $400 US.", "US$500=500 USD; $400 US=400 USD");
}

#[test]
fn ordinals_of_counted_units() {
    check("It was the fourth night in a row for the third year student.", "fourth=4 [night]; third=3 [year]");
    check("The protest is in its eleventh week.", "eleventh=11 [week]");
    // Near misses: times of the calendar.
    check("It fell in the first week of 2022 and in the first six months.", "");
    check("They lost within the first day of March.", "");
}

#[test]
fn two_numbers_of_two_times() {
    check("It plummeted from 75 kilograms in March to 44 kg in June.", "75 kilograms=75 kg; 44 kg=44 kg");
    // Near misses: one range.
    check("It fits a 200,000 to-260,000 year-old skull.", "200,000 to-260,000 year-old=200000..260000 a");
    check("Rates went from 5 to 4.5 per cent in 2019.", "5 to 4.5 per cent=4.5..5 % down");
    check("It rose 6.2 per cent – 17.8 per cent higher than then.", "6.2 per cent=6.2 % up; 17.8 per cent=17.8 % up");
}

#[test]
fn bounds_and_rates_are_no_changes() {
    check("They face up to five years in prison.", "");
    check("The twice-a-decade congress meets twice daily.", "");
    check("The term went down to five years.", "five years=5 a");
    check("He scored twice.", "twice=2");
}

#[test]
fn what_is_counted_is_said_elsewhere() {
    check("Tianjin has a population of over 12 million.", "12 million=12000000.. [population]");
    check("That leaves fatalities at 5,226.", "5,226=5226 [fatalities]");
    check(
        "It lost 4000+ health professionals and eleven or so rock churches.",
        "4000=4000.. [health professionals] down; eleven=~11 [rock churches]",
    );
    check("Chile has lost 10 of its last 12 games.", "10=10 [games] down; 12=12 [games]");
    check("Of 500 bird species, some 250 are found here.", "500=500 [bird species]; 250=~250 [bird species]");
    // Near misses.
    check("He spoke of 12 million.", "12 million=12000000");
    check("The show opens at 5,226.", "5,226=5226");
    check("The population grew by 5.", "5=5 [population] up");
}

#[test]
fn a_number_at_the_end_of_the_text() {
    check(".08", ".08=0.08");
    check("The toll rose to 14", "14=14 [toll]");
}

#[test]
fn where_something_was_and_where_it_went() {
    check("The death toll rose from 14 to 31.", "14=14 [toll]; 31=31 [toll]");
    check("It increased the toll from five people to six.", "five=5 [people]; six=6 [people]");
    check("Cases in San Borja went up (1,220 to 1,551).", "1,220=1220 [Cases]; 1,551=1551 [Cases]");
    check(
        "The number of people held dropped from 108,000 in 2013 to 59,000.",
        "108,000=108000 [people]; 59,000=59000 [people]",
    );
    // Near misses: ranges.
    check("Groups of from 14 to 31 came.", "14 to 31=14..31");
    check("It suits children (4 to 6) from 5 to 7 towns.", "4 to 6=4..6; 5 to 7=5..7 [towns]");
    check("Rates slid from 5 to 4.5 per cent.", "5 to 4.5 per cent=4.5..5 % down");
    check("It lies in the range of 3.5 and 3.75 percent.", "3.5 and 3.75 percent=3.5..3.75 %");
    check("It would cost between 8% and 6%.", "8% and 6%=6..8 %");
}

#[test]
fn shares_of_two_sides_are_no_range() {
    check("He led 47.4 percent to 42.1 percent.", "47.4 percent=47.4 %; 42.1 percent=42.1 %");
    check("The measure passed 80%-20%.", "80%=80 %; 20%=20 %");
    check("It will be 20%-30% more.", "20%-30%=20..30 %");
}

#[test]
fn one_number_counts_several_kinds() {
    check("The train connects 11 cities and regions.", "11=11 [cities and regions]");
    check("It led to dozens of bills, final rules and policies.", "dozens=~24.. [bills, final rules and policies]");
    // Near misses: each with its own number, or a new clause.
    check("It has 11 cities and 12 regions.", "11=11 [cities]; 12=12 [regions]");
    check(
        "Half a million people and hundreds of soldiers came.",
        "Half a million=500000 [people]; hundreds=~200.. [soldiers]",
    );
    check("He met 12 ministers and was happy.", "12=12 [ministers]");
}

#[test]
fn a_reading_counts_nothing() {
    check("A magnitude 6.3 earthquake followed the 5.0 quake.", "6.3=6.3; 5.0=5");
    check("It fell to 2.5 goals.", "2.5=2.5 [goals]");
}

#[test]
fn what_stands_before_its_number() {
    check("The total number of confirmed deaths linked to it surpassed 100,000.", "100,000=100000.. [deaths]");
    check(
        "India has four confirmed cases, three in Kerala and one in Delhi.",
        "four=4 [confirmed cases]; three=3 [confirmed cases]; one=1 [confirmed cases]",
    );
    check("Fire at hall kills one", "one=1");
    // Near misses.
    check("The number of the house surpassed 100.", "100=100..");
    check("She was the only one in Delhi and one of them.", "");
}

#[test]
fn somebody_who_has_a_name_is_not_counted() {
    check("One senator, Eduardo Bhatia, intended to sue.", "");
    check("One mental health professional warned of it.", "");
    check("One senator, after a pause, sued.", "One=1 [senator]");
}

#[test]
fn ages_in_a_range() {
    check("They were between 30 to 35 days old.", "30 to 35 days old=30..35 d");
    check("When I was five or six years old, I sang.", "five or six years old=5..6 a");
    // Near miss: two lengths.
    check("She was 10 years and 164 days old.", "164 days old=164 d");
}

#[test]
fn ranks_that_lead_or_close() {
    check("Nevada becomes first state with it.", "first=1 [state]");
    check("She was the first person to run it, the first of its kind.", "first=1 [person]; first=1 [kind]");
    check("The third and final section ran.", "third=3 [section]");
    // Near misses.
    check("First of all, it is told in the first person.", "");
    check("It brought her here in the first place.", "");
    check("The first and final word.", "");
}

#[test]
fn a_conference_is_no_money() {
    check("COP15 and COP 27 met.", "");
    check("It cost COP 150,000.", "COP 150,000=150000 COP");
}

#[test]
fn what_a_hyphen_joins_to_a_rank() {
    check("They searched a second-floor apartment.", "second=2 [floor]");
    check("Clocks got a leap second in June.", "");
    // Near misses: what is ranked comes later.
    check("It is the second-largest bank and the first-ever bikers.", "second=2 [bank]; first=1 [bikers]");
}

#[test]
fn a_row_of_places_with_numbers_in_brackets() {
    check(
        "The largest producers were Indonesia (21 million tons), Australia (20 million) and Russia (6.9 million).",
        "21 million tons=21000000 t; 20 million=20000000 t; 6.9 million=6900000 t",
    );
    check(
        "The rise in cases was also recorded in Junin (+3,192), Ancash (+3,152) and Cusco (+2,752).",
        "3,192=3192 [cases] up; 3,152=3152 [cases] up; 2,752=2752 [cases] up",
    );
    check("The best institutions are Amity University (16) and Loyola College (18).", "16=16; 18=18");
}

#[test]
fn a_unit_or_noun_that_is_said_once() {
    check("The rooms measure 130 and 200 square metres.", "130=130 m2; 200 square metres=200 m2");
    check("The dam holds 40 and the reservoir 60 million litres.", "40=40; 60 million litres=60000000 L");
    check(
        "Three Republican and two Democratic senators left.",
        "Three=3 [Democratic senators]; two=2 [Democratic senators]",
    );
    check(
        "The network runs 18 FM and five AM radio stations.",
        "18=18 [AM radio stations]; five=5 [AM radio stations]",
    );
    check("There were more than 800 schools, there are now 480.", "800=800.. [schools]; 480=480 [schools]");
    check("Of the 90 people there were only eight in need.", "90=90 [people]; eight=8 [people]");
    check("He lost with a 149 vote margin.", "149=149 [vote]");
    check("The town had 149 vote counters.", "149=149 [vote counters]");
    check("Tax relief for four million self-employed came.", "four million=4000000 [self-employed]");
    check("She took third place last year.", "third=3 [place]");
    check("She is the first African American to hold the office.", "first=1 [African American]");
    check("One person in Riga and one in Tartu died.", "One=1 [person]; one=1 [person]");
}

#[test]
fn ages_of_a_decade_and_of_the_named() {
    check("A man in his forties and women in their 20s and early 30s came.", "forties=40..49; 20s=20..29; 30s=~30..39");
    check("It began in the forties, when temperatures were in the 20s.", "");
    check("When Fanny was 19, she left.", "19=19");
    check("Kay Hagan, a former senator, was 66.", "66=66");
    check("The civilians aged above 18 voted.", "18=18..");
}

#[test]
fn hundreds_and_glued_ends_of_ranges() {
    check("Some two to three hundred cars burned.", "two to three hundred=~200..300 [cars]");
    check("Four or five hundred people marched.", "Four or five hundred=400..500 [people]");
    check("It would cost $25-35 million.", "$25-35 million=25000000..35000000 USD");
}

#[test]
fn multiples_and_parts_of_a_point() {
    check("It lost double the amount of a double murder.", "double=2 [amount] down");
    check("Turkey is doubling down.", "");
    check("He won four times as captain and three times as many games.", "four=4 [times]; three times=3");
    check(
        "The bank made a half-point rate hike and a quarter-percentage-point cut.",
        "half-point=0.5 [pp] up; quarter-percentage-point=0.25 [pp] down",
    );
    check("He has a half-point lead.", "");
}

#[test]
fn releases_lists_and_names_are_no_numbers() {
    check("The firm calls it Democracy 2.0.", "");
    check("A magnitude 6.0 earthquake hit.", "6.0=6");
    check("1- Any member can vote.", "");
    check("We heard of Twice and Seventeen's songs.", "");
    check("There was one MP of Labour and a 48 MP camera.", "one=1 [MP]; 48 MP=48 {megapixel}");
    check("Banks Support 12 Fintech Startups", "12=12 [Fintech Startups]");
    check("The number of deaths is 66.", "66=66 [deaths]");
    check("If one opts for a tour, he pays.", "");
    check("The plan is dead, said one man.", "");
    check("The ring is of 18-karat gold.", "18-karat=18 [car_Au]");
}

#[test]
fn a_word_and_digits_are_no_pair() {
    check(
        "They had 17 shots to the visitors' nine and 58 per cent of the ball.",
        "17=17 [shots]; nine=9; 58 per cent=58 %",
    );
    check("Prices rose 3 and 5 per cent.", "3=3 % up; 5 per cent=5 %");
}

#[test]
fn people_over_a_number_are_of_an_age() {
    check("One in six Americans over 65 naps every day.", "One in six=0.16666666666666666 [Americans]; 65=65..");
    check("Most men over 40 smokes too much.", "40=40..");
    check("They stood on trees over 20 meters tall.", "20 meters=20.. m");
}
