//! The orders in which a day written in numbers can be read, and what the days of a column together say of their order.

use super::day::{DateOrder, WrittenDay};

/// A set of orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Orders {
    year_first: bool,
    day_first: bool,
    month_first: bool,
}

impl Orders {
    const ALL: Orders = Orders { year_first: true, day_first: true, month_first: true };

    /// The orders in which this is a day. Two numbers and a year can be read with the day or the month first.
    pub fn of(written: WrittenDay) -> Orders {
        let is = |order| written.canonical(order).is_some();
        Orders {
            year_first: matches!(written, WrittenDay::Three(..)) && is(DateOrder::YearMonthDay),
            day_first: is(DateOrder::DayMonthYear),
            month_first: is(DateOrder::MonthDayYear),
        }
    }

    /// The only order, if it is one.
    pub fn only(self) -> Option<DateOrder> {
        match self {
            Orders { year_first: true, day_first: false, month_first: false } => {
                Some(DateOrder::YearMonthDay)
            }
            Orders { year_first: false, day_first: true, month_first: false } => {
                Some(DateOrder::DayMonthYear)
            }
            Orders { year_first: false, day_first: false, month_first: true } => {
                Some(DateOrder::MonthDayYear)
            }
            _ => None,
        }
    }

    fn both(self, other: Orders) -> Orders {
        Orders {
            year_first: self.year_first && other.year_first,
            day_first: self.day_first && other.day_first,
            month_first: self.month_first && other.month_first,
        }
    }

    fn each(self) -> impl Iterator<Item = DateOrder> {
        [
            (self.year_first, DateOrder::YearMonthDay),
            (self.day_first, DateOrder::DayMonthYear),
            (self.month_first, DateOrder::MonthDayYear),
        ]
        .into_iter()
        .filter_map(|(can, order)| can.then_some(order))
    }
}

/// What the days in numbers of one column say of their order: all of them can be read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderSeen {
    /// The orders of all days with a whole year, and of all days of three short numbers.
    whole: Orders,
    short: Orders,
    /// Days of either way were seen, and days of either way that may be two.
    seen: [bool; 2],
    unclear: [bool; 2],
    /// A day was seen that is none with the day first, or none with the month first.
    pub one_way: bool,
}

impl Default for OrderSeen {
    fn default() -> OrderSeen {
        OrderSeen {
            whole: Orders::ALL,
            short: Orders::ALL,
            seen: [false; 2],
            unclear: [false; 2],
            one_way: false,
        }
    }
}

impl OrderSeen {
    /// Counts a day; one that is not in numbers says nothing of the order.
    pub fn see(&mut self, written: WrittenDay) {
        let short = match written {
            WrittenDay::Two(..) => false,
            WrittenDay::Three(..) => true,
            _ => return,
        };
        let orders = Orders::of(written);
        self.seen[usize::from(short)] = true;
        self.unclear[usize::from(short)] |= readings(written, orders).len() > 1;
        self.one_way |= orders.day_first != orders.month_first;
        let all = if short { &mut self.short } else { &mut self.whole };
        *all = all.both(orders);
    }

    /// The order of a day written like this: as a person said, or the only one in which all days of the column can be read.
    pub fn order(&self, said: Option<DateOrder>, short: bool) -> Option<DateOrder> {
        match said {
            Some(DateOrder::YearMonthDay) if !short => self.whole.only(),
            Some(said) => Some(said),
            None => self.whole.both(self.short).only(),
        }
    }

    /// Whether days were seen that may be two, and nothing says which.
    pub fn is_unclear(&self, said: Option<DateOrder>) -> bool {
        let doubted = |short: bool| self.unclear[usize::from(short)] && self.order(said, short).is_none();
        doubted(false) || doubted(true)
    }

    /// Whether an order that a person says can change how a day of the column is read.
    pub fn takes(&self, order: DateOrder) -> bool {
        self.seen[1] || self.seen[0] && order != DateOrder::YearMonthDay
    }
}

/// The different days that this may be, read in each of these orders.
pub fn readings(written: WrittenDay, orders: Orders) -> Vec<String> {
    let mut days: Vec<String> = orders.each().filter_map(|order| written.canonical(order)).collect();
    days.sort();
    days.dedup();
    days
}
