//! The site over HTTP with the example register, on both databases.

mod connections;
mod crowd;
mod editions;
mod example;
mod exports;
mod faults;
mod forms;
mod full_disk;
mod hang_ups;
mod headers;
mod kept;
mod lists;
mod marked;
mod network_year;
mod out_of_reach;
mod pieces;
mod published;
mod reached;
mod routes;
mod rows;
mod set_apart;
mod small;
mod stale_readings;
mod studio;
mod words;
mod writes;
