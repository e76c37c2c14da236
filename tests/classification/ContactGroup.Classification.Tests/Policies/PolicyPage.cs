using System.Globalization;
using System.Text;

namespace ContactGroup.Classification.Tests.Policies;

/// <summary>Writes a policy as a page that a security officer can read: who sees what of which kind, cell by cell, with equal cells drawn together.</summary>
internal sealed class PolicyPage(PolicyTable table)
{
    private static readonly (string Title, Side Origin, Constituency[] Audiences, Relation[] Relations)[] Sections =
    [
        ("Humanitarian items: what a force or the police see", Side.Humanitarian, [Constituency.Military, Constituency.Police], [Relation.Named, Relation.Other]),
        ("Humanitarian items: what political actors see", Side.Humanitarian, Of(Side.Political), [Relation.Named, Relation.Other]),
        ("Humanitarian items: what the humanitarian side sees, coordination included", Side.Humanitarian, Of(Side.Humanitarian), [Relation.OwnSide]),
        ("A force's or the police's items: what humanitarian organisations see", Side.Security, Organisations, [Relation.Named, Relation.Other]),
        ("A force's or the police's items: what coordination sees", Side.Security, [Constituency.Coordination], [Relation.Named, Relation.Other]),
        ("A force's or the police's items: what the same force sees", Side.Security, [Constituency.Military, Constituency.Police], [Relation.OwnSide]),
        ("A force's or the police's items: what another force sees", Side.Security, [Constituency.Military, Constituency.Police], [Relation.Named, Relation.Other]),
        ("A force's or the police's items: what political actors see", Side.Security, Of(Side.Political), [Relation.Named, Relation.Other]),
        ("A political actor's items: what humanitarian organisations see", Side.Political, Organisations, [Relation.Named, Relation.Other]),
        ("A political actor's items: what coordination sees", Side.Political, [Constituency.Coordination], [Relation.Named, Relation.Other]),
        ("A political actor's items: what a force or the police see", Side.Political, [Constituency.Military, Constituency.Police], [Relation.Named, Relation.Other]),
        ("A political actor's items: what its own constituency sees", Side.Political, Of(Side.Political), [Relation.OwnSide]),
        ("A political actor's items: what other political actors see", Side.Political, Of(Side.Political), [Relation.Named, Relation.Other]),
    ];

    private readonly StringBuilder _text = new();

    private static Constituency[] Organisations => [.. Of(Side.Humanitarian).Where(constituency => constituency != Constituency.Coordination)];

    public string Write()
    {
        Line($"# Policy `{table.Document}`");
        Line();
        Line("Written from the compiled policy by the tests of `ContactGroup.Classification`; a test fails when this page and the policy differ.");
        Line("To write it anew: `UPDATE_APPROVED=1 dotnet test tests/classification/ContactGroup.Classification.Tests`.");
        Line();
        Line("The tables say the most that the policy gives. The author's release set only ever narrows it (absent, it means the author's own side), the channel's");
        Line("members narrow it further, and a coordinator may release more of one item to one audience, never beyond the floors.");
        Line("The organisation that wrote an item always sees all of it and is left out below. `area (coarse)` is a grain: see the field classes in the glossary.");
        Statements("Floors: what no policy, coordinator or author can exceed", Floors.Rules.Select(floor => (floor.Id, floor.Sentence)));
        foreach (var section in Sections)
        {
            Section(section.Title, section.Origin, section.Audiences, section.Relations);
        }

        Statements("Grants", table.Document.Grants.Select(grant => (grant.Id, grant.Sentence)));
        Statements("Withholdings: where nothing is given on purpose", table.Document.Withholdings.Select(withholding => (withholding.Id, withholding.Sentence)));
        return _text.ToString();
    }

    private static Constituency[] Of(Side side) =>
        [.. ConstituencyNames.All.Select(ConstituencyNames.Parse).Where(constituency => ConstituencyNames.SideOf(constituency) == side)];

    private void Section(string title, Side origin, Constituency[] audiences, Relation[] relations)
    {
        Line();
        Line($"## {title}");
        Line();
        Line("| kind | named or not | posture | sensitivity | at once | after review |");
        Line("|---|---|---|---|---|---|");
        foreach (var kind in Codes.Kinds.Codes)
        {
            var cells =
                from relation in relations
                from posture in Codes.Postures.Codes
                from sensitivity in Codes.Sensitivities.Codes
                let outcome = audiences.Select(audience => Outcome(new Question(posture, kind, origin, sensitivity, audience, relation))).Distinct().Single()
                select new Cell(Codes.Format(relation), Codes.Format(posture), Codes.Format(sensitivity), outcome);
            foreach (var row in Cell.Merge(cells))
            {
                Line($"| {Codes.Format(kind)} | {row.Relations} | {row.Postures} | {row.Sensitivities} | {row.Outcome.AtOnce} | {row.Outcome.AfterReview} |");
            }
        }
    }

    private (string AtOnce, string AfterReview) Outcome(Question question)
    {
        var decision = table.Decide(question);
        return (Classes(table.Immediate(question)), decision.Gate == Gate.Automatic || !decision.IsVisible ? "" : Classes(decision));
    }

    private static string Classes(Disclosure disclosure)
    {
        if (!disclosure.IsVisible)
        {
            return "nothing";
        }

        var full = Codes.Classes.Codes.Where(fieldClass => disclosure[fieldClass] == Grain.Full).ToArray();
        var coarse = Codes.Classes.Codes.Where(fieldClass => disclosure[fieldClass] == Grain.Coarse).Select(fieldClass => $"{Codes.Format(fieldClass)} (coarse)");
        var none = Codes.Classes.Codes.Where(fieldClass => disclosure[fieldClass] == Grain.None).Select(fieldClass => $"no {Codes.Format(fieldClass)}").ToArray();
        return full.Length > Disclosure.ClassCount / 2
            ? string.Join(", ", (string[])["everything", .. coarse, .. none])
            : string.Join(", ", (string[])[.. full.Select(Codes.Format), .. coarse]);
    }

    private void Statements(string title, IEnumerable<(string Id, string Sentence)> statements)
    {
        Line();
        Line($"## {title}");
        Line();
        foreach (var (id, sentence) in statements)
        {
            Line($"- `{id}`: {sentence}");
        }
    }

    private void Line(string text = "") => _text.Append(CultureInfo.InvariantCulture, $"{text}\n");

    /// <summary>One cell, or several that are equal in all but one dimension.</summary>
    private sealed record Cell(string Relations, string Postures, string Sensitivities, (string AtOnce, string AfterReview) Outcome)
    {
        public static IEnumerable<Cell> Merge(IEnumerable<Cell> cells) => cells
            .GroupBy(cell => (cell.Relations, cell.Postures, cell.Outcome))
            .Select(group => group.First() with { Sensitivities = Words(group.Select(cell => cell.Sensitivities), Codes.Sensitivities.Names.Count) })
            .GroupBy(cell => (cell.Relations, cell.Sensitivities, cell.Outcome))
            .Select(group => group.First() with { Postures = Words(group.Select(cell => cell.Postures), Codes.Postures.Names.Count) })
            .GroupBy(cell => (cell.Postures, cell.Sensitivities, cell.Outcome))
            .Select(group => group.First() with { Relations = group.Count() == 1 ? group.First().Relations : "either" });

        private static string Words(IEnumerable<string> words, int all)
        {
            string[] each = [.. words];
            return each.Length == all ? "any" : string.Join(", ", each);
        }
    }
}
