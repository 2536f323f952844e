//! `routes`: prints every address of the site.

use crate::terminal::say;
use decapolis_words::errors::Result;

use crate::modules;
use crate::web::caching::Keeps;

/// Prints one line for each address: methods, path, query parameters, how long an answer is cached, and the module that offers it.
pub fn run() -> Result<()> {
    let routes = modules::routes();
    let widest = routes.iter().map(|(_, route)| route.path.len()).max().unwrap_or_default();
    for (module, route) in routes {
        let keeps = match route.keeps {
            Keeps::Never => "not cached",
            Keeps::UntilWritten(_) => "cached until written",
            Keeps::OfTheProgram => "cached",
        };
        say!(
            "{:<10} {:<widest$}  {:<13} {keeps:<21} {}",
            route.methods,
            route.path,
            module,
            route.asks.join(" ")
        );
    }
    Ok(())
}
