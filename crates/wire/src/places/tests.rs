use super::*;

fn read(map: &str, table: &str) -> Vec<Result<Place, Bad>> {
    let map = super::map(Some(map)).unwrap();
    Places::open(table.as_bytes(), &map).unwrap().collect()
}

#[test]
fn the_map_of_the_veterans_table_names_fields_that_there_are() {
    assert!(super::map(None).is_ok_and(|map| map.has("sunday") && map.has("suspended")));
}

#[test]
fn a_place_is_read_with_what_it_says_and_no_more() {
    let table = "key,who,lat,lon,tel,mon,closed\n\
        a,North,41.5,-87.25,312-555-0100 x,800AM-430PM,Y\n\
        b,South,north,-87,null,by appointment,N\n";
    let map = "id=key,name=who,latitude=lat,longitude=lon,phone=tel,monday=mon,suspended=closed:yes=Y:no=N";
    let places: Vec<Place> = read(map, table).into_iter().map(Result::unwrap).collect();
    assert_eq!(places[0].whereabouts, Whereabouts::At(41.5, -87.25));
    assert_eq!(places[0].phone, "312-555-0100");
    assert_eq!(places[0].week[0], Day::Open(vec![(480, 990)]));
    assert_eq!(places[0].week[1], Day::Said(String::new()));
    assert!(places[0].suspended && !places[1].suspended);
    assert_eq!(places[1].whereabouts, Whereabouts::Unreadable);
    assert_eq!((places[1].phone.as_str(), places[1].county), ("", None));
    assert_eq!(places[1].week[0], Day::Said("by appointment".to_owned()));
}

#[test]
fn a_place_without_a_key_or_a_name_is_named_by_its_line() {
    let table = "key,who\n,North\nb,null\nc,East\n";
    let read = read("id=key,name=who", table);
    let lines: Vec<_> = read
        .iter()
        .filter_map(|row| Some(row.as_ref().err()?.line))
        .collect();
    assert_eq!(lines, [2, 3]);
    assert!(read[2].is_ok());
}

#[test]
fn a_week_that_is_shut_throughout_is_one_that_nobody_entered() {
    assert_eq!(week([const { Day::Shut }; 7])[3], Day::Said(String::new()));
    let mut days = [const { Day::Shut }; 7];
    days[2] = Day::Open(vec![(480, 720)]);
    assert_eq!(week(days.clone()), days);
}

#[test]
fn the_bars_between_the_sentences_of_a_note_go() {
    assert_eq!(note("Call first. | Ring twice. |"), "Call first. Ring twice.");
}
