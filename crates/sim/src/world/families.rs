//! The families of the world: parents with the children that they write about, several on one number and address. All of
//! them are invented, and their numbers are ones that nobody has.

use jiff::civil::Date;
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::words::Tongue;

const GIRLS: &[&str] = &[
    "Amara",
    "Lucía",
    "Emma",
    "Zoe",
    "Camila",
    "Hana",
    "Nora",
    "Valentina",
    "Maya",
    "Grace",
    "Sofía",
    "Ines",
    "Priya",
    "Ruby",
    "Leila",
    "Ximena",
    "Ada",
    "Isabel",
    "June",
    "Mei",
];
const BOYS: &[&str] = &[
    "Leo", "Mateo", "Daniel", "Noah", "Santiago", "Omar", "Eli", "Diego", "Kai", "Henry", "Emiliano", "Theo",
    "Samir", "Lucas", "Ravi", "Andrés", "Felix", "Joaquín", "Miles", "Ivan",
];
const PARENTS: &[&str] = &[
    "Tom",
    "Anna",
    "Grace",
    "Rosa",
    "Miguel",
    "Priya",
    "Walter",
    "Ellen",
    "Samir",
    "Joyce",
    "Carlos",
    "Beatriz",
    "Dmitri",
    "Keisha",
    "Marta",
    "Ola",
    "Ruth",
    "Isaac",
    "Paulo",
    "Hannah",
    "Jamal",
    "Nina",
    "Victor",
    "Teresa",
    "Guadalupe",
    "José",
    "Wei",
    "Fatima",
    "Laura",
    "Kevin",
];
const SPANISH: &[&str] = &[
    "Delgado",
    "Ibarra",
    "Jiménez",
    "Fuentes",
    "Paredes",
    "Molina",
    "Vega",
    "Torres",
    "Castellanos",
    "Rojas",
    "Núñez",
    "Salinas",
    "Cárdenas",
    "Herrera",
    "Ortega",
    "Zamora",
    "Peña",
    "Ríos",
    "Villarreal",
    "Mendoza",
];
const OTHERS: &[&str] = &[
    "Whitfield",
    "Okafor",
    "Lin",
    "Raman",
    "Boone",
    "Haddad",
    "Abernathy",
    "Volkov",
    "Brown",
    "Nakamura",
    "Svensson",
    "Feldman",
    "Thornton",
    "Chen",
    "Esteves",
    "Kowalski",
    "Carter",
    "Quinn",
    "Rossi",
    "Okoye",
    "Farahani",
    "Lindqvist",
    "Papadakis",
    "Novak",
    "Obi",
    "Walsh",
    "Nguyen",
    "Schmidt",
    "Bailey",
    "O'Neill",
    "Park",
    "Reyes-Clark",
    "Abdi",
    "Hall",
    "Mbeki",
    "Larsen",
];
/// Area codes whose numbers 555-0100 to 555-0199 are kept for stories.
const AREAS: &[u16] = &[
    512, 737, 830, 254, 361, 210, 325, 409, 432, 806, 903, 936, 940, 956, 979,
];

/// A child that a family writes about.
#[derive(Debug, Clone)]
pub struct Child {
    /// First name.
    pub name: &'static str,
    /// Whether people say "she".
    pub girl: bool,
    /// Born on.
    pub born: Date,
}

/// People who share a number and an address.
#[derive(Debug, Clone)]
pub struct Family {
    /// Its parents' full names.
    pub parents: Vec<String>,
    /// Its children.
    pub children: Vec<Child>,
    /// The number that they share.
    pub phone: String,
    /// The address that they share; empty where nobody writes mail.
    pub email: String,
    /// What they write in.
    pub tongue: Tongue,
    /// Whether they want an interpreter on the phone.
    pub interpreter: bool,
}

impl Child {
    /// How old the child is, as a parent says it: `Mateo, 4`.
    pub fn told(&self, today: Date) -> String {
        let months = (i32::from(today.year()) - i32::from(self.born.year())) * 12 + i32::from(today.month())
            - i32::from(self.born.month())
            - i32::from(today.day() < self.born.day());
        match months {
            ..2 => format!("{}, newborn", self.name),
            2..24 => format!("{}, {months} months", self.name),
            _ => format!("{}, {}", self.name, months / 12),
        }
    }
}

/// Draws families; a third of them write Spanish.
pub(super) fn families(chance: &mut ChaCha8Rng, count: usize, today: Date) -> Vec<Family> {
    (0..count).map(|index| family(chance, index, today)).collect()
}

fn family(chance: &mut ChaCha8Rng, index: usize, today: Date) -> Family {
    let spanish = chance.random_ratio(1, 3);
    let latin = spanish || chance.random_ratio(1, 10);
    let surname = pick(chance, if latin { SPANISH } else { OTHERS });
    let first = pick(chance, PARENTS);
    let mut parents = vec![format!("{first} {surname}")];
    if chance.random_ratio(2, 5) {
        let other = pick(chance, PARENTS);
        if other != first {
            parents.push(format!("{other} {surname}"));
        }
    }
    let many = [1, 1, 2, 2, 2, 3, 3, 4][chance.random_range(0..8)];
    let mut children: Vec<Child> = Vec::new();
    while children.len() < many {
        let girl = chance.random_ratio(1, 2);
        let name = pick(chance, if girl { GIRLS } else { BOYS });
        if children.iter().all(|child| child.name != name) {
            children.push(Child {
                name,
                girl,
                born: birthday(chance, today),
            });
        }
    }
    let area = AREAS[index % AREAS.len()];
    let plain: String = surname.chars().filter(char::is_ascii_alphabetic).collect();
    let email = format!(
        "{}.{}{index}@example.org",
        first.to_lowercase(),
        plain.to_lowercase()
    );
    let writes = email.is_ascii() && chance.random_ratio(3, 5);
    Family {
        parents,
        children,
        phone: format!("({area}) 555-01{:02}", (index / AREAS.len()) % 100),
        email: if writes { email } else { String::new() },
        tongue: if spanish { Tongue::Spanish } else { Tongue::English },
        interpreter: spanish && chance.random_ratio(1, 8),
    }
}

fn pick(chance: &mut ChaCha8Rng, names: &[&'static str]) -> &'static str {
    names.choose(chance).copied().unwrap_or_default()
}

/// Up to eighteen years back; a practice of children sees the youngest most.
fn birthday(chance: &mut ChaCha8Rng, today: Date) -> Date {
    let years = if chance.random_ratio(1, 3) { 2 } else { 17 };
    let days = chance.random_range(10..years * 365);
    today.saturating_sub(jiff::Span::new().days(days))
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn a_third_writes_spanish_and_every_number_is_one_that_nobody_has() {
        let today = jiff::civil::date(2026, 11, 24);
        let families = families(&mut ChaCha8Rng::seed_from_u64(1), 900, today);
        let spanish = families
            .iter()
            .filter(|family| family.tongue == Tongue::Spanish)
            .count();
        assert!((250..350).contains(&spanish), "{spanish}");
        assert!(
            families
                .iter()
                .all(|family| family.phone[6..].starts_with("555-01"))
        );
        let several = families.iter().filter(|family| family.children.len() > 1).count();
        assert!(several > 400, "{several} with several children");
        let mut numbers: Vec<_> = families.iter().map(|family| &family.phone).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), 900);
    }

    #[test]
    fn a_child_is_as_old_as_a_parent_says() {
        let today = jiff::civil::date(2026, 11, 24);
        let child = |born| Child {
            name: "Leo",
            girl: false,
            born,
        };
        assert_eq!(child(jiff::civil::date(2026, 10, 1)).told(today), "Leo, newborn");
        assert_eq!(child(jiff::civil::date(2026, 1, 25)).told(today), "Leo, 9 months");
        assert_eq!(child(jiff::civil::date(2022, 11, 24)).told(today), "Leo, 4");
    }
}
