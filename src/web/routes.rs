//! Routes: an address of the site with its handler, the query parameters that its page knows, and how long an answer is cached.

use std::convert::Infallible;

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get};
use decapolis_actions::Role;

use super::caching::Keeps;
use super::opens::{Address, Opens};
use super::served::Served;

/// An address of the site.
pub struct Route {
    /// As the router reads it: `/{lang}/figures/{key}`.
    pub path: String,
    /// The query parameters that the page knows, in the order of the cache key. Others are ignored.
    pub asks: &'static [&'static str],
    pub keeps: Keeps,
    /// The methods besides HEAD.
    pub methods: &'static str,
    pub opens: Opens,
    pub handler: MethodRouter<Served>,
}

impl Route {
    /// A page or file without parameters, cached until a table is written.
    pub fn get<H: Handler<T, Served>, T: 'static>(path: impl Into<String>, handler: H) -> Route {
        Route {
            path: path.into(),
            asks: &[],
            keeps: Keeps::UntilWritten(|_| true),
            methods: "GET",
            opens: Opens::ToEverybody,
            handler: get(handler),
        }
    }

    /// A page with a form that is sent to its own address.
    pub fn form<G: Handler<T, Served>, T: 'static, P: Handler<U, Served>, U: 'static>(
        path: impl Into<String>,
        show: G,
        send: P,
    ) -> Route {
        Route { methods: "GET, POST", handler: get(show).post(send), ..Route::get(path, || async {}) }
            .never_kept()
    }

    /// Opens to who has signed in and has one of these roles.
    pub fn opens_to(self, roles: &'static [Role]) -> Route {
        Route { opens: Opens::To(roles), ..self }
    }

    /// Opens to programs that show a token.
    pub fn opens_to_programs(self) -> Route {
        Route { opens: Opens::ToPrograms, ..self }
    }

    /// What is said of it.
    pub fn address(&self) -> Address {
        Address { path: self.path.clone(), methods: self.methods, opens: self.opens }
    }

    /// Knows these query parameters.
    pub fn asks(self, asks: &'static [&'static str]) -> Route {
        Route { asks, ..self }
    }

    /// Refuses forms that are larger than this, in bytes.
    pub fn with_forms_up_to(self, bytes: usize) -> Route {
        Route { handler: self.handler.layer::<_, Infallible>(DefaultBodyLimit::max(bytes)), ..self }
    }

    /// Is made for every request.
    pub fn never_kept(self) -> Route {
        Route { keeps: Keeps::Never, ..self }
    }

    /// Is cached only at paths for which this holds.
    pub fn kept_at(self, holds: fn(&str) -> bool) -> Route {
        Route { keeps: Keeps::UntilWritten(holds), ..self }
    }

    /// Is a file of the program, or of what is read when it starts.
    pub fn of_the_program(self) -> Route {
        Route { keeps: Keeps::OfTheProgram, ..self }
    }
}
