using FsCheck;
using FsCheck.Fluent;

namespace ContactGroup.Classification.Tests.Decisions;

/// <summary>Laws about an item, its author's choices and who asks, through the same doors that the services use.</summary>
public sealed class WorldLawsTests
{
    private static readonly PolicyTable Table = Shipped.Table;

    private static readonly Gen<World> Some =
        from posture in Gen.Elements(Codes.Postures.Codes.ToArray())
        from kind in Gen.Elements(Codes.Kinds.Codes.ToArray())
        from sensitivity in Gen.Elements(Codes.Sensitivities.Codes.ToArray())
        from origin in Worlds.Origins
        from asker in Worlds.Askers
        from set in Worlds.ListsOf(Worlds.Atoms, 3)
        from named in Worlds.ListsOf(Worlds.Recipients, 3)
        from release in Worlds.Disclosures
        select new World(posture, kind, sensitivity, origin, asker.Audience, asker.Organisation, [.. set], [.. named], release);

    [Fact]
    public void Nothing_unknown_is_ever_shown_anything() => Some.Hold(world =>
    {
        World[] broken =
        [
            world with { Posture = Posture.Unknown },
            world with { Posture = (Posture)200 },
            world with { Kind = ItemKind.Unknown },
            world with { Kind = (ItemKind)200 },
            world with { Sensitivity = Sensitivity.Unknown },
            world with { Sensitivity = (Sensitivity)200 },
            world with { Origin = new Origin(default, world.Origin.Organisation) },
            world with { Origin = new Origin(new Audience(Constituency.Military), world.Origin.Organisation) },
            world with { Asked = default },
            world with { Asked = new Audience((Constituency)200) },
            world with { Asked = new Audience(Constituency.Military) },
            world with { Asked = new Audience(Constituency.Ingo, "northern-force") },
        ];
        return broken.All(world => world.Decide() == Disclosure.Withheld && world.Immediate() == Disclosure.Withheld);
    });

    [Fact]
    public void The_owner_sees_everything_whatever_was_chosen() => Some.Hold(world =>
    {
        var owner = world with { Origin = world.Origin with { Organisation = "org-a" }, Asked = world.Origin.Audience, Organisation = "org-a" };
        return owner.Decide() == Disclosure.Everything && owner.Immediate() == Disclosure.Everything;
    });

    [Fact]
    public void An_organisation_that_changed_sides_sees_nothing_of_what_it_wrote() => Some.Hold(world =>
    {
        var moved = world with { Origin = world.Origin with { Organisation = "org-a" }, Organisation = "org-a" };
        var isHumanitarian = moved.Asked.Side == Side.Humanitarian && world.Origin.Audience.Side == Side.Humanitarian;
        return isHumanitarian || moved.Asked == world.Origin.Audience || moved.Decide() == Disclosure.Withheld;
    });

    [Fact]
    public void A_force_that_is_not_named_never_gets_another_forces_item() => Some.Hold(world =>
        world.Origin.Audience.Side != Side.Security || world.Asked.Side != Side.Security || world.Asked == world.Origin.Audience
        || (world with { Named = [] }).Decide() == Disclosure.Withheld);

    [Fact]
    public void A_force_that_is_not_named_never_gets_a_movement_or_a_site() => Some.Hold(world =>
        world.Origin.Audience.Side != Side.Humanitarian || world.Asked.Side != Side.Security
        || (world with { Kind = ItemKind.Movement, Named = [] }).Decide() == Disclosure.Withheld
        && (world with { Kind = ItemKind.Site, Named = [] }).Decide() == Disclosure.Withheld);

    [Fact]
    public void To_name_one_force_changes_nothing_for_another() => Some.Hold(world =>
    {
        var north = world with { Named = ["audience:military:northern-force"], Asked = new Audience(Constituency.Military, "southern-force"), Organisation = null };
        return north.Decide() == (north with { Named = [] }).Decide();
    });

    [Fact]
    public void To_be_named_never_shows_less_and_changes_nothing_for_the_own_side() => Some.Hold(world =>
    {
        var unnamed = world with { Named = [] };
        var named = world with { Named = [$"audience:{world.Asked}"] };
        return unnamed.Decide().With(Gate.Review).IsAtMost(named.Decide().With(Gate.Review))
            && (unnamed.Relation is Relation.Other || unnamed.Decide() == named.Decide());
    });

    [Fact]
    public void A_narrower_release_set_never_shows_more() => Some.Hold(world =>
    {
        var narrower = world with { ReleaseTo = [.. world.ReleaseTo.Take(1)] };
        return world.ReleaseTo.Length == 0 || narrower.Decide().IsAtMost(world.Decide()) && narrower.Immediate().IsAtMost(world.Immediate());
    });

    [Fact]
    public void A_release_set_alone_never_shows_what_the_policy_does_not() => Some.Hold(world =>
        (world with { Release = default }).Decide().IsAtMost(Table.Decide(world.Question)));

    [Fact]
    public void A_higher_sensitivity_or_a_stricter_posture_never_shows_more() => Some.Hold(world =>
    {
        var plain = world with { Release = default };
        return (plain.Sensitivity == Sensitivity.Severe || IsMore(plain, plain with { Sensitivity = plain.Sensitivity + 1 }))
            && (plain.Posture == Posture.Distance || IsMore(plain, plain with { Posture = plain.Posture + 1 }));
    });

    [Fact]
    public void Two_people_of_one_audience_see_the_same_unless_one_owns_or_is_named() => Some.Hold(world =>
    {
        var one = world with { Organisation = "org-x" };
        return one.Decide() == (one with { Organisation = "org-y" }).Decide() && one.Immediate() == (one with { Organisation = null }).Immediate();
    });

    [Fact]
    public void Order_and_repetition_of_atoms_mean_nothing() => Some.Hold(world =>
    {
        var shuffled = world with { ReleaseTo = [.. world.ReleaseTo.Reverse(), .. world.ReleaseTo], Named = [.. world.Named.Reverse(), .. world.Named] };
        return shuffled.Decide() == world.Decide() && Worlds.Set(shuffled.ReleaseTo).Atoms.SequenceEqual(Worlds.Set(world.ReleaseTo).Atoms);
    });

    [Fact]
    public void More_recipients_never_take_a_recipient_away() => Some.Hold(world =>
    {
        var fewer = Worlds.Named([.. world.Named.Take(1)]);
        return !fewer.Names(world.Asked, world.Organisation) || Worlds.Named(world.Named).Names(world.Asked, world.Organisation);
    });

    private static bool IsMore(World looser, World stricter) =>
        stricter.Decide().With(Gate.Review).IsAtMost(looser.Decide().With(Gate.Review)) && stricter.Immediate().IsAtMost(looser.Immediate());

    private sealed record World(
        Posture Posture,
        ItemKind Kind,
        Sensitivity Sensitivity,
        Origin Origin,
        Audience Asked,
        string? Organisation,
        string[] ReleaseTo,
        string[] Named,
        Disclosure Release)
    {
        public Question Question => Question.About(Posture, Kind, Sensitivity, Origin, Worlds.Named(Named), Asked, Organisation);

        public Relation Relation => Question.Relation;

        public Disclosure Decide() => Ruling.Decide(Table, Question, Worlds.Set(ReleaseTo).Reach(Asked, Organisation, Origin), Release);

        public Disclosure Immediate() => Ruling.Immediate(Table, Question, Worlds.Set(ReleaseTo).Reach(Asked, Organisation, Origin), Release);
    }
}
