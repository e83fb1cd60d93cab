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
        "Monday, May 18, 2015=2015-05-18; 3rd of June=2023-06-03",
    );
    check(
        "The talks on 12-18 June and on July 19 and 20 failed.",
        "12=2023-06-12; 18 June=2023-06-18; July 19=2023-07-19; 20=2023-07-20",
    );
    check(
        "On 2023-09-13 and 31/12/2019 and 03/04/2020 it rained.",
        "2023-09-13=2023-09-13; 31/12/2019=2019-12-31; 03/04/2020=2020",
    );
    check("On 99/99/9999, 31/02/2020 and February 30, 2020 it did not.", "2020=2020");
    check("It began in July 2023 and ends in March.", "July 2023=2023-07; March=2023-03");
    check("Theresa May may march in August.", "August=2024-08");
    check("The 9/11 attacks were in 2001.", "9/11=2001-09-11; 2001=2001");
}

#[test]
fn weekdays() {
    check("Kim arrived on Tuesday and will leave on Friday.", "Tuesday=2023-09-12; Friday=2023-09-15");
    check("He was in Russia Wednesday, and last Friday in China.", "Wednesday=2023-09-13; last Friday=2023-09-08");
    check("It happened on Monday night and this morning.", "Monday night=2023-09-11TNI; this morning=2023-09-13TMO");
    check("They will meet next Monday.", "next Monday=2023-09-18");
    check("It came at nine o’clock Friday night.", "nine o’clock=T09:00; Friday night=2023-09-08TNI");
    check("The Tomorrow Group spoke today.", "today=2023-09-13");
    check("He was told to attend on Saturday.", "Saturday=2023-09-09");
    check("On Friday, she and her father are to travel.", "Friday=2023-09-15");
    check("The vote is to be held from November 20.", "November 20=2023-11-20");
    check("Its 2018 sales fell.", "2018=2018");
    check("It grew in fiscal 2022-23.", "fiscal 2022-23=FY2023");
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
    check(
        "He has recently left and will soon return, as he now says.",
        "recently=PAST_REF; soon=FUTURE_REF; now=PRESENT_REF",
    );
}

#[test]
fn years() {
    check(
        "It was built in 1887, in the 1990s, in the '80s and in the 20th century.",
        "1887=1887; 1990s=199; '80s=198; 20th century=19",
    );
    check(
        "Profits for the fourth quarter of 2005 and the first half of last year fell.",
        "the fourth quarter of 2005=2005-Q4; the first half of last year=2022-H1",
    );
    check("In the fourth quarter the team scored again.", "");
    check("It cost 2000 dollars and 2008 people came to the 2014 elections.", "2014=2014");
    check("The 2013-14 season and the years 2000-2050 are near.", "2013-14=2013/2014; 2000=2000; 2050=2050");
    check("Late 2006, early June and mid-2011 were dry.", "Late 2006=2006; early June=2023-06; mid-2011=2011");
    check("They met in fiscal 2007 and last summer.", "fiscal 2007=FY2007; last summer=2023-SU");
}

#[test]
fn clock() {
    check("Polls opened at 10:30 and closed at 10.45pm.", "10:30=T10:30; 10.45pm=T22:45");
    check(
        "The quake struck at 1500 GMT and 5 a.m. local time on Friday.",
        "1500 GMT=T15:00Z; 5 a.m. local time on Friday=2023-09-08T05:00",
    );
    check("It was noon, then midnight; the score was 3:1 with 4:39 left.", "noon=T12:00; midnight=T00:00");
    check("He left at 8 p.m. on Tuesday.", "8 p.m. on Tuesday=2023-09-12T20:00");
}

#[test]
fn durations() {
    check("He was jailed for two years, six months and 11 days.", "two years=P2Y; six months=P6M; 11 days=P11D");
    check(
        "The five-year plan took a week, half an hour and a few minutes.",
        "five-year=P5Y; a week=P1W; half an hour=PT30M; a few minutes=PTXM",
    );
    check("In the past 30 days and for decades nothing moved.", "the past 30 days=P30D; decades=PXDE");
    check("A 50-year-old earns $20 an hour, five days a week.", "five days=P5D");
    check("The past decade and recent years were hot.", "The past decade=P10Y; recent years=PXY");
}

#[test]
fn sets() {
    check(
        "The daily paper comes out every day, every other week and twice a month.",
        "daily=P1D; every day=P1D; every other week=P2W; twice a month=P1M",
    );
    check("On Mondays and every Sunday he reads the Daily Mail.", "Mondays=XXXX-WXX-1; every Sunday=XXXX-WXX-7");
    check("The annual report is late every two years.", "annual=P1Y; every two years=P2Y");
}

#[test]
fn holidays() {
    check(
        "It opens on Christmas Day, on Good Friday and at Thanksgiving 2021.",
        "Christmas Day=2023-12-25; Good Friday=2023-04-07; Thanksgiving 2021=2021-11-25",
    );
}

#[test]
fn vague() {
    check("It was done recently, and shortly after that.", "recently=PAST_REF");
}
