//! Writing very much into tables that hold nothing yet.

use sea_orm::ConnectionTrait;

use super::Entry;
use crate::errors::Result;
use crate::likeness;
use crate::schema::Tables;
use crate::search;
use crate::shape::Shape;

impl Entry {
    /// Takes the indexes of the present tables away until the entry is committed: making them once of all rows costs a fraction of
    /// keeping them with every row. For the first entry of a register; nothing may be looked up before the commit.
    pub async fn set_indexes_aside(&mut self, tables: Tables) -> Result<()> {
        for table in tables.all() {
            let shape = Shape::of(table, false);
            for index in &shape.indexes {
                self.tx.execute_unprepared(&format!("DROP INDEX \"{}\"", index.name)).await?;
                self.aside.push(shape.create_index(index, self.tx.get_database_backend()));
            }
        }
        let spellings = likeness::index::shape();
        for index in &spellings.indexes {
            self.tx.execute_unprepared(&format!("DROP INDEX \"{}\"", index.name)).await?;
            self.aside_of_spellings.push(spellings.create_index(index, self.tx.get_database_backend()));
        }
        self.aside_of_spellings.extend(search::set_aside(&self.tx).await?);
        Ok(())
    }

    /// Makes the indexes that were set aside. A key that two rows share is found here, and the entry fails.
    pub(super) async fn make_indexes(&mut self) -> Result<()> {
        for statement in std::mem::take(&mut self.aside) {
            self.tx.execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    /// The same of the spellings, which are derived from the rows when these have their indexes.
    pub(super) async fn make_indexes_of_spellings(&mut self) -> Result<()> {
        for statement in std::mem::take(&mut self.aside_of_spellings) {
            self.tx.execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}
