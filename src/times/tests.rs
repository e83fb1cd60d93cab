use super::*;

/// Each time as "words=value", published on Wednesday, 13 September 2023.
fn show(text: &str) -> String {
    let document = Document::read(text);
    let syntax = crate::tags::tag(&document);
    find(&document, &syntax, Some("2023-09-13"))
        .iter()
        .map(|t| format!("{}={}", document.slice(t.span), t.value))
        .collect::<Vec<_>>()
        .join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected, "{text}");
}

#[test]
fn dates() {
    check(
        "He was born on 24 February 1955 and died on Sept. 13, 2011.",
        "24 February 1955=1955-02-24; Sept. 13, 2011=2011-09-13",
    );
    check(
        "It opened on Monday, May 18, 2015 and closed on the 3rd of June.",
        "Monday, May 18, 2015=2015-05-18; the 3rd of June=2023-06-03",
    );
    check(
        "The talks on 12-18 June and on July 19 and 20 failed.",
        "12-18 June=2023-06-12/2023-06-18; July 19=2023-07-19; 20=2023-07-20",
    );
    check(
        "On 2023-09-13 and 31/12/2019 and 03/04/2020 it rained.",
        "2023-09-13=2023-09-13; 31/12/2019=2019-12-31; 03/04/2020=2020",
    );
    check("On 99/99/9999, 31/02/2020 and February 30, 2020 it did not.", "2020=2020");
    check("It began in July 2023 and ends in March.", "July 2023=2023-07; March=2024-03");
    check("Theresa May may march in August.", "August=2024-08");
    check("The 9/11 attacks were in 2001.", "9/11=2001-09-11; 2001=2001");
}

#[test]
fn weekdays() {
    check("Kim arrived on Tuesday and will leave on Friday.", "Tuesday=2023-09-12; Friday=2023-09-15");
    check("He was in Russia Wednesday, and last Friday in China.", "Wednesday=2023-09-13; last Friday=2023-09-08");
    check("It happened on Monday night and this morning.", "Monday night=2023-09-11TNI; this morning=2023-09-13TMO");
    check("They will meet next Monday.", "next Monday=2023-09-18");
    check("It came at nine o’clock Friday night.", "nine o’clock Friday night=2023-09-08T21:00");
    check("The Tomorrow Group spoke today.", "today=2023-09-13");
    check("He was told to attend on Saturday.", "Saturday=2023-09-09");
    check("On Friday, she and her father are to travel.", "Friday=2023-09-15");
    check("The vote is to be held from November 20.", "November 20=2023-11-20");
    check("Its 2018 sales fell.", "2018=2018");
    check("It grew in fiscal 2022-23.", "fiscal 2022-23=FY2023");
}

#[test]
fn what_is_planned_lies_ahead() {
    check("A second round, planned for November, has been put off.", "November=2023-11");
    check("The fair, scheduled for March, drew new exhibitors.", "March=2024-03");
    check("The round had been planned for May.", "May=2023-05");
    check("They planned for May and were wrong.", "May=2023-05");
}

#[test]
fn the_weekend_of_what_is_past() {
    check("Clashes broke out over the weekend.", "the weekend=2023-W36-WE");
    check("The Echo reported it at the weekend.", "the weekend=2023-W36-WE");
    check("The park will open at the weekend.", "the weekend=2023-W37-WE");
    check("The park opened this weekend.", "this weekend=2023-W37-WE");
}

#[test]
fn a_day_in_the_name_of_a_paper_is_no_time() {
    check("The Sunday Ledger reported it.", "");
    check("The Sunday service was short.", "Sunday=2023-09-10");
    check("The Sunday Vatican service was short.", "Sunday=2023-09-10");
}

#[test]
fn to_last_is_a_verb() {
    check("The trial is expected to last three weeks.", "three weeks=P3W");
    check("The strike could last two days.", "two days=P2D");
    check("The strike of the last two days is over.", "the last two days=P2D");
    check("It fell from last month to last week.", "last month=2023-08; last week=2023-W36");
}

#[test]
fn a_second_of_a_row_is_no_length() {
    check("They claimed, and for a second penalty at that.", "");
    check("He stood for a second term.", "");
    check("She stopped for a second, and went on.", "a second=PT1S");
}

#[test]
fn relative() {
    check(
        "The White House warned last week, last month and last year.",
        "last week=2023-W36; last month=2023-08; last year=2022",
    );
    check("It ends this weekend, next year or at the end of the decade.", "this weekend=2023-W37-WE; next year=2024");
    check(
        "The deal was signed three weeks ago, two days ago and seven years ago.",
        "three weeks ago=2023-W34; two days ago=2023-09-11; seven years ago=2016",
    );
    check(
        "It happened on 5 June 2020. The next day they left, and two weeks later they came back.",
        "5 June 2020=2020-06-05; The next day=2020-06-06; two weeks later=2020-W25",
    );
    check("Six minutes later he scored.", "Six minutes=PT6M");
    check(
        "Visitors came yesterday, the day before yesterday and will come tomorrow.",
        "yesterday=2023-09-12; the day before yesterday=2023-09-11; tomorrow=2023-09-14",
    );
    check("Sales rose from the same period last year.", "the same period last year=2022");
    check("He has recently left and will soon return, as he now says.", "recently=PAST_REF; now=PRESENT_REF");
}

#[test]
fn years() {
    check(
        "It was built in 1887, in the 1990s, in the '80s and in the 20th century.",
        "1887=1887; the 1990s=199; the '80s=198; the 20th century=19",
    );
    check(
        "Profits for the fourth quarter of 2005 and the first half of last year fell.",
        "the fourth quarter of 2005=2005-Q4; the first half of last year=2022-H1",
    );
    check("In the fourth quarter the team scored again.", "");
    check("It cost 2000 dollars and 2008 people came to the 2014 elections.", "2014=2014");
    check("The 2013-14 season and the years 2000-2050 are near.", "2013-14=2013/2014; 2000-2050=2000/2050");
    check("Late 2006, early June and mid-2011 were dry.", "Late 2006=2006; early June=2023-06; mid-2011=2011");
    check("They met in fiscal 2007 and last summer.", "fiscal 2007=FY2007; last summer=2023-SU");
}

#[test]
fn clock() {
    check("Polls opened at 10:30 and closed at 10.45pm.", "10:30=2023-09-13T10:30; 10.45pm=2023-09-13T22:45");
    check(
        "The quake struck at 1500 GMT and 5 a.m. local time on Friday.",
        "1500 GMT=2023-09-08T15:00Z; 5 a.m. local time on Friday=2023-09-08T05:00",
    );
    check(
        "It was noon, then midnight; the score was 3:1 with 4:39 left.",
        "noon=2023-09-13T12:00; midnight=2023-09-13T00:00",
    );
    check("He left at 8 p.m. on Tuesday.", "8 p.m. on Tuesday=2023-09-12T20:00");
}

#[test]
fn durations() {
    check("He was jailed for two years, six months and 11 days.", "two years, six months and 11 days=P2Y6M11D");
    check(
        "The five-year plan took a week, half an hour and a few minutes.",
        "five-year=P5Y; a week=P1W; half an hour=PT30M; a few minutes=PTXM",
    );
    check("In the past 30 days and for decades nothing moved.", "the past 30 days=P30D; decades=PXDE");
    check("A 50-year-old earns $20 an hour, five days a week.", "an hour=PT1H; five days a week=P1W");
    check("The past decade and recent years were hot.", "The past decade=P1DE; recent years=PAST_REF");
}

#[test]
fn sets() {
    check(
        "The daily paper comes out every day, every other week and twice a month.",
        "every day=P1D; every other week=P2W; twice a month=P1M",
    );
    check("On Mondays and every Sunday he reads the Daily Mail.", "Mondays=XXXX-WXX-1; every Sunday=XXXX-WXX-7");
    check("The annual report is late every two years.", "annual=P1Y; every two years=P2Y");
}

#[test]
fn holidays() {
    check(
        "It opens on Christmas Day, on Good Friday and at Thanksgiving 2021.",
        "Christmas Day=2023-12-25; Good Friday=2024-03-29; Thanksgiving 2021=2021-11-25",
    );
}

#[test]
fn vague() {
    check("It was done recently, and shortly after that.", "recently=PAST_REF");
}

#[test]
fn modifiers_belong_to_the_time() {
    check("It took more than two years and at least 20 days.", "more than two years=P2Y; at least 20 days=P20D");
    check("It has run for over a decade, and began some 150 years ago.", "over a decade=P1DE; some 150 years ago=1873");
    check("Over two days prices rose.", "two days=P2D");
    check("It broke out around 3:30am on Tuesday.", "around 3:30am on Tuesday=2023-09-12T03:30");
}

#[test]
fn parts_of_a_day() {
    check(
        "They left on the night of July 7 and in the early hours of Saturday.",
        "the night of July 7=2023-07-07TNI; the early hours of Saturday=2023-09-09TMO",
    );
    check("He came on Monday and left that night.", "Monday=2023-09-11; that night=2023-09-11TNI");
    check("Bakers come at 4 in the morning.", "4 in the morning=2023-09-13T04:00");
    check("The night sky was clear.", "");
}

#[test]
fn ranges_are_one() {
    check(
        "It may take between 14 and 20 months, or two to three years.",
        "14 and 20 months=P14M/P20M; two to three years=P2Y/P3Y",
    );
    check("The first seven months of 2019 were dry.", "The first seven months of 2019=2019-01/2019-07");
    check("The walk took 2 hours 35 minutes.", "2 hours 35 minutes=PT2H35M");
    check("He was minister, 1980–1987.", "1980–1987=1980/1987");
}

#[test]
fn units_before_what_they_are_measured_from() {
    check("The frost came a month earlier than usual, minutes before the bell.", "a month=P1M; minutes=PTXM");
    check("The day before he sailed, his sister wed.", "The day before=XXXX-XX-XX");
    check("The yard builds 15 boats a year.", "a year=P1Y");
    check("They drove at 30 miles per hour.", "");
}

#[test]
fn which_way_from_the_day_of_publication() {
    check(
        "The bridge will stay shut until Friday, the mayor said on Tuesday.",
        "Friday=2023-09-15; Tuesday=2023-09-12",
    );
    check("Trading is halted through Thursday.", "Thursday=2023-09-14");
    check("The mayor said the bridge would stay shut until June.", "June=2024-06");
    check("The deal was to run until November 2.", "November 2=2023-11-02");
    check("The ban lasted until June. Data collected through June were lost.", "June=2023-06; June=2023-06");
    check("The ministry said Friday it would appeal.", "Friday=2023-09-08");
    check("The store opens on Friday. The shop closed in October.", "Friday=2023-09-15; October=2022-10");
    check("The week of April 7 was dry.", "The week of April 7=2023-W14");
}

#[test]
fn a_clock_time_takes_its_day() {
    check("The zloty was down at 15:20 UTC.", "15:20 UTC=2023-09-13T15:20Z");
    check(
        "Doors opened at 7 a.m. on Tuesday, and by 11 a.m. all was sold.",
        "7 a.m. on Tuesday=2023-09-12T07:00; 11 a.m.=2023-09-12T11:00",
    );
    check("The verdict came on Tuesday at noon.", "Tuesday at noon=2023-09-12T12:00");
}

#[test]
fn dates_as_machines_and_offices_write_them() {
    check(
        "It is dated 19-Nov-12, sent Wed Oct 26 15:50:06 2016.",
        "19-Nov-12=2012-11-19; Wed Oct 26 15:50:06 2016=2016-10-26T15:50:06",
    );
    check("She was born on 8/14/62; FY23 and 2023/24 were good.", "8/14/62=1962-08-14; FY23=FY2023; 2023/24=2023/2024");
    check("It lasted from September 12 to 22, 1914.", "September 12=1914-09-12; 22, 1914=1914-09-22");
}

#[test]
fn names_and_laws_are_no_times() {
    check("Traders recalled Black Tuesday in the Sunday Times and USA Today.", "");
    check("She was fined under the Bees Act, 1961 and the Pond Act (Act No. 7 of 1988).", "");
    check("Call as soon as they land.", "");
    check("The daily Liberte sells daily necessities.", "");
}

#[test]
fn words_that_belong_to_a_date() {
    check("He died on the 25th of July 2022.", "the 25th of July 2022=2022-07-25");
    check("It grew until last July 18.", "last July 18=2023-07-18");
    check("She won this past May.", "this past May=2023-05");
    check("They met in the spring of 2021.", "the spring of 2021=2021-SP");
    check("Sales fell in the second half of the year.", "the second half of the year=2023-H2");
    // Near misses.
    check("The 25th of the runners won.", "");
    check("They left in the spring of their lives.", "");
}

#[test]
fn days_that_are_said_by_another() {
    check(
        "On Tuesday they left; earlier in the day they had met.",
        "Tuesday=2023-09-12; earlier in the day=2023-09-12",
    );
    check("He met her on 3 May 2020 and left later that same day.", "3 May 2020=2020-05-03; that same day=2020-05-03");
    check("They sailed earlier in the week.", "earlier in the week=2023-W37");
    // Near misses.
    check("Earlier in the month of July they sailed.", "July=2023-07");
}

#[test]
fn some_day_is_no_length() {
    check("It will one day be used.", "one day=FUTURE_REF");
    check("One day he saw a whale.", "One day=PAST_REF");
    // Near misses: lengths.
    check("It fell within one day.", "one day=P1D");
    check("One day after the vote he left.", "One day=P1D");
}

#[test]
fn compounds_with_long() {
    check("A decades-long war and a week-long stay ended.", "decades-long=PXDE; week-long=P1W");
    check("He stayed another four months, just weeks after it.", "another four months=P4M; weeks=PXW");
    // Near miss.
    check("A long week ended.", "");
}

#[test]
fn halves_in_words() {
    check("It took three-and-a-half years.", "three-and-a-half years=P42M");
    check("It took two and half years.", "two and half years=P30M");
    check("It took two years and half the money.", "two years=P2Y");
}

#[test]
fn parts_of_a_month_in_one_word() {
    check(
        "It began in mid-December and ended in mid-February 2020.",
        "mid-December=2022-12; mid-February 2020=2020-02",
    );
    check("Mid-range phones of mid-size firms.", "");
}

#[test]
fn old_years_of_a_range() {
    check("It lasted from 1861 to 1883.", "1861=1861; 1883=1883");
    check("It fell from 1861 to 1583.", "1861=1861");
    check("A deed dates back to 2012 suggests he knew.", "2012=2012");
}

#[test]
fn months_in_a_list() {
    check("May and June were good.", "May=2023-05; June=2023-06");
    check("In its May report it said so.", "May=2023-05");
    // Near misses: names and verbs.
    check("May and Ben came.", "");
    check("April and Mayor Reed came.", "");
}

#[test]
fn kinds_of_years() {
    check("The coffee year 2021/22 ended.", "The coffee year 2021/22=2021/2022");
    check("In the year 2021/22 it fell.", "2021/22=2021/2022");
}

#[test]
fn rest_of_a_unit() {
    check("They are suspended for the remainder of the week.", "the remainder of the week=2023-W37");
    check("The rest of the report is dull.", "");
}

#[test]
fn falls_in_a_year() {
    check("Prices will fall in 2024.", "2024=2024");
    check("He came in the fall of 2020.", "the fall of 2020=2020-FA");
}

#[test]
fn the_whole_of_a_unit_and_again() {
    check("It rained all day and the entire week.", "all day=P1D; the entire week=P1W");
    check("All night-time trains stop, all the same.", "");
    check("Year after year it grows, day by day.", "Year after year=P1Y; day by day=P1D");
    check("It opens twice daily, 24/7 and every night.", "twice daily=P1D; 24/7=P1D; every night=XXXX-XX-XXTNI");
    check("Al-Rai daily said so in a daily report.", "daily=P1D");
    check("The Fridays for Future movement grew.", "");
    check("The twice-weekly bulletin fell to a near-daily one.", "twice-weekly=P1W; near-daily=P1D");
    check("It will open in two weeks' time, by year-end.", "two weeks' time=2023-W39; year-end=2023");
    check("The year-end results came in a few hundred years.", "a few hundred years=PXY");
}

#[test]
fn parts_of_days_and_years() {
    check("He came one morning.", "one morning=XXXX-XX-XXTMO");
    check("It burned in the early morning hours of Sunday.", "the early morning hours of Sunday=2023-09-10TMO");
    check("On 3 May he was held, like the night before.", "3 May=2023-05-03; the night before=2023-05-02TNI");
    check(
        "It began in the first week of 2022 and the last day of July.",
        "the first week of 2022=2022-W01; the last day of July=2023-07-31",
    );
    check(
        "He left shortly before midnight Wednesday night.",
        "shortly before midnight Wednesday night=2023-09-13T24:00",
    );
    check("In the 15th and 16th centuries it grew.", "the 15th=14; 16th centuries=15");
    check(
        "It grew in the first half of 2022 from the same period of 2021.",
        "the first half of 2022=2022-H1; the same period of 2021=2021-H1",
    );
    check("It ends no later than 2024.", "no later than 2024=2024");
    check("He won the 1892 parliamentary elections and the 1892 votes.", "1892=1892");
    check("She fled in 2008 hours after the fire.", "2008=2008; hours=PTXH");
    check("A few days later, on July 2, he left.", "A few days later=2023-07-02; July 2=2023-07-02");
    check("Women in their 20s and 30s voted in the '30s.", "the '30s=193");
}
