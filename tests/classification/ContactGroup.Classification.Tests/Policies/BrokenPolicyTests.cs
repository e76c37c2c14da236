using System.Text;

namespace ContactGroup.Classification.Tests.Policies;

/// <summary>Policies that are broken on purpose: between them they break every rule of the check and every floor.</summary>
public sealed class BrokenPolicyTests
{
    private const string Folder = "tests/classification/broken-policies";

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["posture"] = "A stricter posture never shows more.",
        ["sensitivity"] = "A higher sensitivity never shows more.",
        ["owner"] = "The owner's organisation always sees its own item in full.",
        ["coordination"] = "Coordination always knows that an item released or in review exists.",
        ["force"] = "What a force gets is never more than what every audience of the humanitarian side may get.",
        ["forces"] = "Two forces never see each other's items unless named.",
        ["undefined"] = "No cell is undefined.",
        ["attachment"] = "No attached file crosses sides without review.",
    };

    public static TheoryData<string, int, string, string> Refused => new()
    {
        { "01-floor-beneficiary.json", 1, "beneficiary", "posture cooperation, incident of the humanitarian side, sensitivity low, audience police, relation named: grant `broken` gives beneficiary (coarse)." },
        { "02-floor-person.json", 1, "person", "incident of the humanitarian side, sensitivity low, audience donor, relation named: grant `broken` gives person (full)." },
        { "03-floor-informant.json", 1, "informant", "audience police, relation named: grant `broken` gives source (coarse)." },
        { "04-floor-negotiation.json", 1, "negotiation", "access-constraint of the humanitarian side, sensitivity low, audience donor, relation named: grant `broken` gives negotiation (full)." },
        { "05-floor-protection.json", 1, "protection", "protection-incident of the humanitarian side, sensitivity low, audience police, relation named: grant `broken` gives category (full)." },
        { "06-floor-detention.json", 1, "detention", "audience police, relation named: grant `broken` gives narrative (full)." },
        { "07-floor-armed-actor.json", 1, "armed-actor", "audience police, relation named: grant `broken` gives armed-actor (coarse)." },
        { "08-floor-consent.json", 1, "consent", "movement of the humanitarian side, sensitivity low, audience police, relation other: grant `broken` gives location (full)." },
        { "09-floor-operation.json", 1, "operation", "advisory of the security side, sensitivity low, audience un-humanitarian, relation named: grant `broken` gives operation (full)." },
        { "12-rule-posture.json", 2, "posture", "posture distance, incident of the humanitarian side, sensitivity low, audience police, relation named: shows category (full), which posture coexistence does not." },
        { "13-rule-sensitivity.json", 2, "sensitivity", "posture cooperation, incident of the humanitarian side, sensitivity high, audience police, relation named: shows category (full), which sensitivity moderate does not." },
        { "14-rule-owner.json", 3, "owner", "posture cooperation, plenary-message of the humanitarian side, sensitivity low, audience un-humanitarian, relation owner: lacks source (full)." },
        { "15-rule-coordination.json", 3, "coordination", "advisory of the security side, sensitivity low, audience ingo, relation named: shows category (full), of which coordination knows nothing." },
        { "16-rule-force.json", 4, "force", "incident of the humanitarian side, sensitivity low, audience police, relation named: shows category (full), which nngo does not get." },
        { "17-rule-forces-apart.json", 5, "forces", "plenary-message of the security side, sensitivity low, audience military, relation other: shows message (full) of another force." },
        { "18-rule-undefined.json", 6, "undefined", "site of the humanitarian side, sensitivity low, audience donor, relation named: no grant and no withholding speaks about it." },
        { "19-floor-attachment.json", 1, "attachment", "incident of the humanitarian side, sensitivity low, audience police, relation named: grant `broken` gives attachment (full)." },
        { "20-rule-attachment.json", 7, "attachment", "incident of the humanitarian side, sensitivity low, audience police, relation named: grant `broken` gives attachment (coarse) at once." },
    };

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "10-floor-quarantine.json", "grants[3].markings", "`secret` cannot be granted to anybody: Content marked above unclassified is quarantined and delivered to nobody. Remove it." },
        { "11-floor-live-tracks.json", "grants[3].kinds[1]", "`live-track` is not a kind of item: Live tracks are not accepted, whoever they are for. Remove it." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_for_one_reason_with_a_counterexample_in_plain_words(string file, int rule, string subject, string counterexample)
    {
        var document = PolicyDocument.Parse(RepositoryFiles.Read($"{Folder}/{file}"));

        var refusal = Assert.Throws<PolicyRefusedException>(() => PolicyTable.Load(document));

        var violation = Assert.Single(refusal.Violations);
        Assert.Equal((rule, subject), (violation.Rule, violation.Subject));
        Assert.EndsWith(counterexample, violation.Sentence.Replace(" Add a withholding if nothing is to be shown.", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal($"the policy `{document}` is refused: {violation}", refusal.Message);
        Assert.Contains(violation.Example.ToString(), violation.Sentence, StringComparison.Ordinal);
        Assert.True(violation.Cells > 0);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Says_first_the_rule_that_is_broken(string file, int rule, string subject, string counterexample)
    {
        _ = counterexample;
        var sentence = rule == 1 ? Floors.Rules.Single(floor => string.Equals(floor.Id, subject, StringComparison.Ordinal)).Sentence : Rules[subject];

        var violation = Assert.Single(PolicyCheck.Run(PolicyDocument.Parse(RepositoryFiles.Read($"{Folder}/{file}"))));

        Assert.StartsWith($"{sentence} Counterexample: posture ", violation.Sentence, StringComparison.Ordinal);
        Assert.Equal($"rule {rule} ({subject}): {violation.Sentence}", violation.ToString());
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Is_refused_when_it_is_read_with_the_floor_as_reason(string file, string field, string message)
    {
        var read = PolicyDocument.TryParse(Encoding.UTF8.GetBytes(RepositoryFiles.Read($"{Folder}/{file}")), out _, out var errors);

        Assert.False(read);
        var error = Assert.Single(errors);
        Assert.Equal((field, message), (error.Field, error.Message));
    }

    [Fact]
    public void Every_file_is_in_the_tables_above()
    {
        var listed = Refused.Select(row => (string)row[0]).Concat(Unreadable.Select(row => (string)row[0])).Order(StringComparer.Ordinal);

        Assert.Equal(RepositoryFiles.Names(Folder, "*.json"), listed, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_rule_and_every_floor_is_broken_by_one()
    {
        var rules = Refused.Select(row => (int)row[1]).Distinct().Order();
        var floors = Refused.Where(row => (int)row[1] == 1).Select(row => (string)row[2]).Append(FloorList.AnotherForce).Append("quarantine").Append("live-tracks");

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], rules);
        Assert.Equal(Floors.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), floors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Even_compiled_it_never_exceeds_a_floor(string file, int rule, string subject, string counterexample)
    {
        _ = (rule, subject, counterexample);
        var table = PolicyTable.Compile(PolicyDocument.Parse(RepositoryFiles.Read($"{Folder}/{file}")));

        Assert.All(TableIndex.Questions, question => Assert.True(table.Decide(question).IsAtMost(Floors.Ceiling(question))));
    }
}
