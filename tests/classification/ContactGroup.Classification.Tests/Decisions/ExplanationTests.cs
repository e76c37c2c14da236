namespace ContactGroup.Classification.Tests.Decisions;

public sealed class ExplanationTests
{
    private static readonly PolicyTable Table = Shipped.Table;
    private static readonly Question ToForce = new(
        Posture.Cooperation, ItemKind.Incident, Side.Humanitarian, Sensitivity.Low, Constituency.Military, Relation.Other);

    [Fact]
    public void It_names_the_grants_that_gave_and_the_floors_that_limit()
    {
        var decision = Table.Explain(ToForce);

        Assert.Equal(
            ["Grant incident-to-security-at-once", "Grant incident-to-security-reviewed", "Floor beneficiary", "Floor person", "Floor informant", "Floor negotiation", "Floor detention", "Floor armed-actor", "Floor attachment"],
            decision.Reasons.Select(reason => $"{reason.Kind} {reason.Id}"));
        Assert.Equal(DenyReason.None, decision.Deny);
        Assert.Equal(Table.Decide(ToForce), decision.Disclosure);
        Assert.Equal(Table.Immediate(ToForce), decision.Immediate);
    }

    [Fact]
    public void It_says_why_nothing_is_given()
    {
        var decision = Table.Explain(ToForce with { Sensitivity = Sensitivity.Severe });

        Assert.Equal(DenyReason.NotGranted, decision.Deny);
        Assert.Contains(decision.Reasons, reason => reason is { Kind: ReasonKind.Withholding, Id: "severe-stays" });
    }

    [Fact]
    public void It_says_that_a_floor_forbids()
    {
        var decision = Table.Explain(ToForce with { Kind = ItemKind.ProtectionIncident });

        Assert.Equal(DenyReason.Floor, decision.Deny);
        Assert.Contains(decision.Reasons, reason => reason is { Kind: ReasonKind.Floor, Id: "protection" });
    }

    [Fact]
    public void A_withholding_is_named_only_where_no_grant_gives()
    {
        var both = PolicyTable.Compile(PolicyDocument.Parse("""
            {"name":"both","version":1,
            "grants":[{"id":"given","sentence":"A grant for a test.","postures":["all"],"kinds":["incident"],"origins":["all"],"maxSensitivity":"low",
            "audiences":["military"],"relations":["other"],"gate":"review","disclose":{"category":"full"}}],
            "withholdings":[{"id":"rest","sentence":"Nothing else is given.","postures":["all"],"kinds":["all"],"origins":["all"],"minSensitivity":"low",
            "audiences":["all"],"relations":["all"]}]}
            """));

        Assert.DoesNotContain(both.Explain(ToForce).Reasons, reason => reason.Kind == ReasonKind.Withholding);
        Assert.Contains(both.Explain(ToForce with { Sensitivity = Sensitivity.High }).Reasons, reason => reason is { Kind: ReasonKind.Withholding, Id: "rest" });
    }

    [Fact]
    public void What_cannot_be_read_says_so()
    {
        Assert.Equal("unknown", Assert.Single(Table.Explain(default).Reasons).Id);
        Assert.Equal("contradiction", Assert.Single(Table.Explain(ToForce with { Relation = Relation.OwnSide }).Reasons).Id);
    }

    [Theory]
    [InlineData(ReleaseReach.None, false, DenyReason.NotReleased, "not-released")]
    [InlineData(ReleaseReach.Existence, false, DenyReason.NotReleased, "not-released")]
    [InlineData(ReleaseReach.Full, true, DenyReason.Quarantined, "quarantine")]
    [InlineData(ReleaseReach.Full, false, DenyReason.None, "released")]
    public void A_ruling_adds_the_authors_choice_and_quarantine(ReleaseReach reach, bool above, DenyReason deny, string reason)
    {
        var decision = Ruling.Explain(Table, ToForce, reach, default, above);

        Assert.Equal(deny, decision.Deny);
        Assert.Contains(decision.Reasons, given => string.Equals(given.Id, reason, StringComparison.Ordinal));
        Assert.Equal(above, decision.Reasons.Contains(Floors.QuarantineReason));
    }

    [Fact]
    public void A_ruling_says_what_the_first_sufficient_reason_is()
    {
        Assert.Equal(DenyReason.Floor, Ruling.Explain(Table, ToForce with { Kind = ItemKind.ProtectionIncident }, ReleaseReach.None).Deny);
        Assert.Equal(DenyReason.NotGranted, Ruling.Explain(Table, ToForce with { Sensitivity = Sensitivity.Severe }, ReleaseReach.Full).Deny);
        Assert.Equal(DenyReason.Contradictory, Ruling.Explain(Table, ToForce with { Relation = Relation.Owner }, ReleaseReach.Full, default, true).Deny);
    }

    [Fact]
    public void A_ruling_names_the_coordinators_release_the_owner_and_knowledge_of_existence()
    {
        var coordination = new Question(Posture.Distance, ItemKind.Advisory, Side.Security, Sensitivity.Low, Constituency.Coordination, Relation.Other);

        Assert.Contains(Ruling.Explain(Table, ToForce, ReleaseReach.Full, Disclosure.Existence).Reasons, reason => reason is { Kind: ReasonKind.Moderator, Id: "coordinator" });
        Assert.DoesNotContain(Ruling.Explain(Table, ToForce, ReleaseReach.Full).Reasons, reason => reason.Kind == ReasonKind.Moderator);
        Assert.Contains(Ruling.Explain(Table, coordination, ReleaseReach.Existence).Reasons, reason => string.Equals(reason.Id, "existence", StringComparison.Ordinal));
        Assert.Contains(
            Ruling.Explain(Table, ToForce with { Audience = Constituency.Ingo, Relation = Relation.Owner }, ReleaseReach.None).Reasons,
            reason => string.Equals(reason.Id, "own-organisation", StringComparison.Ordinal));
    }
}
