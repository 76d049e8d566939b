//! The same done to many requests at once, its report and its way back; and views that members keep.

use anteroom_app::requests::bulk::{Deed, Pick, Report, bulk, report, undo};
use anteroom_app::requests::view::{Asked, Desk, View};
use anteroom_app::requests::{self, Tags};
use anteroom_app::views::{self, Wish};
use anteroom_core::ids::BulkId;
use anteroom_core::requests::{After, NoReply, Refusal, State, Urgency};
use anteroom_core::views::{Filter, Owner, Pile, Sort};
use anteroom_core::{Span, limits};

use crate::house::{House, at, missing, refusal, told};

async fn asked(house: &House, count: usize) -> Vec<Asked> {
    let mut asked = Vec::new();
    for at in 0..count {
        asked.push(house.ask(&format!("number {at}")).await);
    }
    asked
}

async fn picks(house: &House, asked: &[Asked]) -> Vec<Pick> {
    let mut picks = Vec::new();
    for one in asked {
        let seen = house.page(one.number).await.version;
        picks.push(Pick {
            number: one.number,
            seen,
        });
    }
    picks
}

async fn done(house: &House, picks: &[Pick], deed: Deed) -> (BulkId, Report) {
    let id = bulk(&house.app, &house.anna, picks, deed).await.expect("done");
    (id, report(&house.app, &house.anna, id).await.expect("a report"))
}

#[tokio::test]
async fn what_is_done_to_many_is_taken_back_from_all_that_nobody_touched_since() {
    told(|house: House| async move {
        let all = asked(&house, 4).await;
        let chosen = picks(&house, &all).await;
        let ben = house.ben.member.id;
        let (id, said) = done(&house, &chosen, Deed::Assign(Some(ben))).await;
        assert_eq!((said.done, said.refused.len(), said.undone), (4, 0, false));
        for one in &all {
            let row = house.page(one.number).await.row;
            assert_eq!(row.member.map(|member| member.id), Some(ben));
        }
        let say = house.say(all[0].number, "I look into it").await;
        requests::note(&house.app, &house.ben, all[0].number, &say)
            .await
            .expect("noted");
        house.pass(Span::from_secs(5)).await;
        undo(&house.app, &house.anna, id).await.expect("undone");
        let said = report(&house.app, &house.anna, id).await.expect("a report");
        assert_eq!(said.refused, [(all[0].number, "moved_on".to_owned())]);
        assert!(said.undone && said.undo_until.is_none());
        for one in &all[1..] {
            let row = house.page(one.number).await.row;
            assert_eq!((row.member, row.state), (None, State::New));
        }
        assert_eq!(
            refusal(undo(&house.app, &house.anna, id).await),
            Refusal::AlreadySo
        );
    })
    .await;
}

#[tokio::test]
async fn many_are_closed_with_a_reason_and_their_clocks_run_again_from_their_old_start() {
    told(|house: House| async move {
        let all = asked(&house, 3).await;
        let chosen = picks(&house, &all).await;
        let (_, said) = done(&house, &chosen, Deed::Close(None)).await;
        assert_eq!((said.done, said.refused.len()), (0, 3));
        assert!(said.refused.iter().all(|(_, why)| why == "reason_needed"));
        assert_eq!(said.undo_until, None, "nothing was done");
        house.write_on(&all[0], "one thing more").await;
        let (id, said) = done(&house, &chosen, Deed::Close(Some(NoReply::Spam))).await;
        assert_eq!(said.refused, [(all[0].number, "spoke_first".to_owned())]);
        assert_eq!(house.state(all[1].number).await, State::Resolved);
        house.pass(limits::BULK_UNDO - Span::from_secs(1)).await;
        undo(&house.app, &house.anna, id).await.expect("undone");
        let row = house.page(all[1].number).await.row;
        assert_eq!(row.clock.map(|clock| clock.due_at), Some(at("Mon 09:30")));
        assert_eq!(row.state, State::New);
    })
    .await;
}

#[tokio::test]
async fn after_half_a_minute_and_for_anybody_else_there_is_no_way_back() {
    told(|house: House| async move {
        let all = asked(&house, 1).await;
        let chosen = picks(&house, &all).await;
        let (id, _) = done(&house, &chosen, Deed::Snooze(at("Mon 12:00"))).await;
        assert_eq!(house.state(all[0].number).await, State::Snoozed);
        missing(report(&house.app, &house.ben, id).await);
        missing(undo(&house.app, &house.ben, id).await);
        house.pass(limits::BULK_UNDO).await;
        assert_eq!(refusal(undo(&house.app, &house.anna, id).await), Refusal::TooLate);
        house.until("Mon 12:00").await;
        assert_eq!(house.state(all[0].number).await, State::Open);
    })
    .await;
}

#[tokio::test]
async fn a_snooze_is_put_back_and_what_was_called_urgent_by_mistake_is_due_as_before() {
    told(|house: House| async move {
        let all = asked(&house, 2).await;
        requests::snooze(&house.app, &house.anna, all[0].number, at("Mon 11:00"))
            .await
            .expect("snoozed");
        let chosen = picks(&house, &all).await;
        let (id, _) = done(&house, &chosen, Deed::Snooze(at("Mon 15:00"))).await;
        undo(&house.app, &house.anna, id).await.expect("undone");
        let row = house.page(all[0].number).await.row;
        assert_eq!(
            (row.state, row.snoozed_until),
            (State::Snoozed, Some(at("Mon 11:00")))
        );
        assert_eq!(house.state(all[1].number).await, State::New);
        let tags = Tags {
            kind: Some("records".to_owned()),
            urgency: Some(Urgency::Urgent),
        };
        let chosen = picks(&house, &all).await;
        let (id, said) = done(&house, &chosen, Deed::Retag(tags)).await;
        assert_eq!(said.done, 2);
        let page = house.page(all[1].number).await;
        assert!(page.obligation.is_some());
        assert_eq!(page.row.clock.map(|clock| clock.due_at), Some(at("Mon 09:10")));
        undo(&house.app, &house.anna, id).await.expect("undone");
        let page = house.page(all[1].number).await;
        assert_eq!(
            (page.row.kind.as_str(), page.row.urgency),
            ("other", Urgency::Normal)
        );
        assert_eq!(page.row.clock.map(|clock| clock.due_at), Some(at("Mon 09:30")));
        assert!(page.obligation.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_page_at_once_is_the_most_and_what_is_not_there_is_missing() {
    told(|house: House| async move {
        let pick = |number| Pick { number, seen: 1 };
        let many: Vec<_> = (0..=limits::BULK)
            .map(|at| pick(i64::try_from(at).expect("small")))
            .collect();
        let refused = bulk(&house.app, &house.anna, &many, Deed::Assign(None)).await;
        assert_eq!(refusal(refused), Refusal::TooMany);
        missing(bulk(&house.app, &house.anna, &[pick(999_999)], Deed::Assign(None)).await);
        let asked = house.ask("one").await;
        let nobody = anteroom_core::ids::MemberId([9; 16]);
        missing(
            bulk(
                &house.app,
                &house.anna,
                &[pick(asked.number)],
                Deed::Assign(Some(nobody)),
            )
            .await,
        );
    })
    .await;
}

async fn numbers(house: &House, filter: &Filter) -> Vec<i64> {
    let listing = requests::list(&house.app, &house.anna, filter, None, true)
        .await
        .expect("a list");
    assert_eq!(
        usize::try_from(listing.total),
        Ok(listing.rows.len()),
        "{}",
        filter.query()
    );
    listing.rows.iter().map(|row| row.number).collect()
}

#[tokio::test]
async fn a_filter_shows_what_it_asks_for_in_its_order_and_its_facets_say_what_each_choice_would_show() {
    told(|house: House| async move {
        let all = asked(&house, 3).await;
        let anna = house.anna.member.id;
        let to = requests::view::Assignment {
            member: Some(anna),
            team: None,
        };
        requests::assign(&house.app, &house.ben, all[1].number, to)
            .await
            .expect("assigned");
        house.answer(all[2].number, "Since when?", After::Wait).await;
        let whole = Filter::default();
        let mine = Filter {
            owner: Some(Owner::Member(anna)),
            ..whole.clone()
        };
        assert_eq!(numbers(&house, &mine).await, [all[1].number]);
        let newest = Filter {
            sort: Sort::Newest,
            ..whole.clone()
        };
        assert_eq!(numbers(&house, &newest).await, [all[1].number, all[0].number]);
        let waiting = Filter {
            pile: Pile::Waiting,
            sort: Sort::Longest,
            ..whole.clone()
        };
        assert_eq!(numbers(&house, &waiting).await, [all[2].number]);
        let late = Filter {
            overdue: true,
            ..whole.clone()
        };
        assert_eq!(numbers(&house, &late).await, Vec::<i64>::new());
        house.until("Mon 09:31").await;
        assert_eq!(numbers(&house, &late).await, [all[0].number, all[1].number]);
        let listing = requests::list(&house.app, &house.anna, &mine, None, true)
            .await
            .expect("a list");
        let owners = listing
            .facets
            .iter()
            .find(|(part, _)| *part == "owner")
            .expect("owners");
        let count = |value: &str| {
            owners
                .1
                .iter()
                .find(|choice| choice.0 == value)
                .map(|choice| choice.1)
        };
        assert_eq!((count("me"), count("nobody")), (Some(1), Some(1)));
        assert_eq!(View::of(&View::Mine.filter()), Some(View::Mine));
    })
    .await;
}

#[tokio::test]
async fn filtered_pages_go_on_without_repeating_or_losing_one() {
    told(|house: House| async move {
        let rows = usize::try_from(limits::PAGE_ROWS).expect("small") + 3;
        asked(&house, rows).await;
        for sort in [Sort::Due, Sort::Newest, Sort::Longest] {
            let filter = Filter {
                owner: Some(Owner::Nobody),
                urgency: Some(Urgency::Normal),
                sort,
                ..Filter::default()
            };
            let (mut seen, mut after) = (std::collections::BTreeSet::new(), None);
            loop {
                let page = requests::list(&house.app, &house.anna, &filter, after.as_deref(), false);
                let page = page.await.expect("a list");
                assert_eq!(usize::try_from(page.total), Ok(rows));
                seen.extend(page.rows.iter().map(|row| row.number));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(seen.len(), rows, "{sort}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_private_view_is_as_good_as_not_there_for_others_and_a_shared_one_is_its_owners_to_change() {
    told(|house: House| async move {
        let wish = |name: &str, shared| Wish {
            name: name.to_owned(),
            shared,
        };
        let filter = Filter {
            overdue: true,
            ..Filter::default()
        };
        let save = |desk: &Desk, wish| {
            let (app, desk, filter) = (house.app.clone(), desk.clone(), filter.clone());
            async move { views::save(&app, &desk, &filter, &wish).await }
        };
        assert!(save(&house.anna, wish("", false)).await.is_err());
        let late = save(&house.anna, wish("Late", false)).await.expect("kept");
        missing(views::find(&house.app, &house.ben, late).await);
        missing(views::change(&house.app, &house.ben, late, &wish("Mine", true)).await);
        missing(views::delete(&house.app, &house.ben, late).await);
        views::change(&house.app, &house.anna, late, &wish("Too late", true))
            .await
            .expect("shared");
        let seen = views::find(&house.app, &house.ben, late).await.expect("shared");
        assert_eq!(
            (seen.name.as_str(), seen.own, seen.by.as_str()),
            ("Too late", false, "Anna Ames")
        );
        assert_eq!(seen.filter, filter);
        missing(views::change(&house.app, &house.ben, late, &wish("Mine", true)).await);
        missing(views::delete(&house.app, &house.ben, late).await);
        views::delete(&house.app, &house.anna, late).await.expect("gone");
        missing(views::find(&house.app, &house.anna, late).await);
        for at in 0..limits::VIEWS {
            save(&house.anna, wish(&format!("view {at}"), false))
                .await
                .expect("kept");
        }
        assert_eq!(
            refusal(save(&house.anna, wish("one more", false)).await),
            Refusal::TooMany
        );
    })
    .await;
}
