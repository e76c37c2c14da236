using FsCheck.Fluent;

namespace ContactGroup.Classification.Tests.Release;

public sealed class ReleaseSetTests
{
    private static readonly Origin Ingo = new(new Audience(Constituency.Ingo), "org-a");

    [Fact]
    public void Nothing_said_means_own_side()
    {
        Assert.True(ReleaseSet.TryParse(null, out var none, out _));
        Assert.True(ReleaseSet.TryParse([], out var empty, out _));

        Assert.Equal(["own-side"], none.Atoms);
        Assert.Equal(["own-side"], empty.Atoms);
    }

    [Fact]
    public void Atoms_are_sorted_and_not_repeated()
    {
        var set = Worlds.Set("side:security", "audience:military:northern-force", "organisation:7K3m_x-1", "side:security");

        Assert.Equal(["audience:military:northern-force", "organisation:7K3m_x-1", "side:security"], set.Atoms);
    }

    [Theory]
    [InlineData("own-organisation")]
    [InlineData("own-side")]
    [InlineData("humanitarian")]
    [InlineData("side:political")]
    [InlineData("side:security")]
    [InlineData("audience:ingo")]
    [InlineData("audience:military:northern-force")]
    [InlineData("organisation:a")]
    [InlineData("organisation:0123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("all")]
    public void Every_atom_reads_back(string atom)
    {
        Assert.Equal([atom], Worlds.Set(atom).Atoms);
    }

    [Theory]
    [InlineData("")]
    [InlineData("everyone")]
    [InlineData("All")]
    [InlineData("side:humanitarian")]
    [InlineData("side:unknown")]
    [InlineData("audience:")]
    [InlineData("audience:military")]
    [InlineData("audience:unknown")]
    [InlineData("organisation:")]
    [InlineData("organisation:a b")]
    [InlineData("organisation:ä")]
    [InlineData(null)]
    public void What_cannot_be_read_is_an_error_and_the_set_is_the_narrowest(string? atom)
    {
        Assert.False(ReleaseSet.TryParse(["all", atom!], out var set, out var errors));

        Assert.StartsWith($"`{atom ?? "null"}` cannot be read. Use own-organisation", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(["own-organisation"], set.Atoms);
    }

    [Fact]
    public void An_organisation_has_at_most_sixty_four_characters()
    {
        Assert.False(ReleaseSet.TryParse([$"organisation:{new string('a', 65)}"], out _, out _));
    }

    [Fact]
    public void Long_nonsense_is_shortened_in_the_error()
    {
        Assert.False(ReleaseSet.TryParse([new string('x', 10_000)], out _, out var errors));

        Assert.True(Assert.Single(errors).Length < 250);
    }

    [Theory]
    [InlineData(60, "")]
    [InlineData(61, "…")]
    public void Sixty_characters_of_what_cannot_be_read_are_shown(int length, string rest)
    {
        Assert.False(ReleaseSet.TryParse([new string('x', length)], out _, out var errors));

        Assert.StartsWith($"`{new string('x', 60)}{rest}` cannot be read. ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_sixty_four_atoms_are_refused()
    {
        var atoms = Enumerable.Range(0, 65).Select(number => $"organisation:o{number}").ToArray();

        Assert.True(ReleaseSet.TryParse(atoms.Take(64), out _, out _));
        Assert.False(ReleaseSet.TryParse(atoms, out _, out var errors));
        Assert.Equal("There are more than 64 entries; use fewer.", Assert.Single(errors));
        Assert.False(ReleaseSet.TryParse([.. atoms, .. atoms], out _, out errors));
        Assert.Single(errors);
    }

    [Theory]
    [InlineData(ItemKind.PlenaryMessage, "own-side")]
    [InlineData(ItemKind.Incident, "own-side")]
    [InlineData(ItemKind.Movement, "own-side")]
    [InlineData(ItemKind.Unknown, "own-side")]
    [InlineData(ItemKind.DeskMessage, "all")]
    [InlineData(ItemKind.CaucusMessage, "all")]
    [InlineData(ItemKind.NoticeMessage, "all")]
    public void The_default_follows_the_kind(ItemKind kind, string atom)
    {
        Assert.Equal([atom], ReleaseSet.DefaultFor(kind).Atoms);
    }

    [Fact]
    public void An_unknown_audience_is_in_no_set_and_an_unknown_origin_releases_to_nobody()
    {
        Assert.False(ReleaseSet.All.Allows(default, "org-a", Ingo));
        Assert.False(ReleaseSet.All.Allows(new Audience(Constituency.Military), null, Ingo));
        Assert.False(ReleaseSet.All.Allows(new Audience(Constituency.Ingo), "org-a", new Origin(default, "org-a")));
        Assert.Equal(ReleaseReach.None, ReleaseSet.All.Reach(new Audience(Constituency.Coordination), null, new Origin(default, "org-a")));
    }

    [Fact]
    public void Coordination_that_is_not_well_formed_knows_of_nothing()
    {
        var released = Worlds.Set("audience:police");

        Assert.Equal(ReleaseReach.Existence, released.Reach(new Audience(Constituency.Coordination), null, Ingo));
        Assert.Equal(ReleaseReach.None, released.Reach(new Audience(Constituency.Coordination, "northern-force"), null, Ingo));
    }

    [Fact]
    public void An_empty_organisation_owns_nothing()
    {
        Assert.False(ReleaseSet.OwnOrganisation.Allows(new Audience(Constituency.Ingo), "", new Origin(new Audience(Constituency.Ingo), "")));
        Assert.False(ReleaseSet.OwnOrganisation.Allows(new Audience(Constituency.Ingo), null, new Origin(new Audience(Constituency.Ingo), null)));
    }

    [Theory]
    [InlineData("own-organisation", "own-side", true)]
    [InlineData("own-side", "humanitarian", true)]
    [InlineData("humanitarian", "own-side", true)]
    [InlineData("audience:nngo", "own-side", true)]
    [InlineData("audience:military:northern-force", "side:security", true)]
    [InlineData("side:security", "audience:military:northern-force", false)]
    [InlineData("side:security", "audience:police", false)]
    [InlineData("audience:military:northern-force", "audience:military:southern-force", false)]
    [InlineData("organisation:org-b", "own-organisation", false)]
    [InlineData("organisation:org-a", "own-organisation", true)]
    [InlineData("all", "all", true)]
    [InlineData("all", "side:security", false)]
    [InlineData("own-side", "own-organisation", false)]
    public void One_set_is_within_another_when_everyone_in_it_is(string narrow, string wide, bool within)
    {
        Assert.Equal(within, Worlds.Set(narrow).IsNarrowerOrEqual(Worlds.Set(wide), Ingo));
    }

    [Fact]
    public void A_force_that_no_atom_names_is_not_forgotten()
    {
        var named = Worlds.Set("audience:military:force-0", "audience:military:force-1", "audience:police");

        Assert.False(Worlds.Set("side:security").IsNarrowerOrEqual(named, Ingo));
    }

    [Fact]
    public void Being_within_agrees_with_who_is_allowed()
    {
        var worlds =
            from one in Worlds.ReleaseSets
            from other in Worlds.ReleaseSets
            from origin in Worlds.Origins
            from asker in Worlds.Askers
            select (one, other, origin, asker);

        worlds.Hold(x => !x.one.IsNarrowerOrEqual(x.other, x.origin)
            || !x.one.Allows(x.asker.Audience, x.asker.Organisation, x.origin)
            || x.other.Allows(x.asker.Audience, x.asker.Organisation, x.origin));
    }

    [Fact]
    public void More_atoms_never_reach_less()
    {
        var worlds =
            from atoms in Worlds.ListsOf(Worlds.Atoms, 3)
            from more in Worlds.Atoms
            from origin in Worlds.Origins
            from asker in Worlds.Askers
            where atoms.Count > 0
            select (few: Worlds.Set(atoms), many: Worlds.Set(atoms.Append(more)), origin, asker);

        worlds.Hold(x => x.few.Reach(x.asker.Audience, x.asker.Organisation, x.origin) <= x.many.Reach(x.asker.Audience, x.asker.Organisation, x.origin)
            && x.few.IsNarrowerOrEqual(x.many, x.origin));
    }

    [Fact]
    public void The_own_organisation_is_always_reached()
    {
        var worlds = from set in Worlds.ReleaseSets from origin in Worlds.Origins where origin.Organisation is not null select (set, origin);

        worlds.Hold(x => x.set.Reach(x.origin.Audience, x.origin.Organisation, x.origin) == ReleaseReach.Full);
    }
}
