namespace ContactGroup.Classification;

/// <summary>A difference in as few sentences as it takes: cells that move alike are told together.</summary>
public static class DifferenceSentences
{
    private const string Every = "any";

    /// <summary>One sentence for each way in which cells move, those that shrink first.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<CellChange> changes)
    {
        IEnumerable<Line> lines = changes.Select(LineOf);
        for (var part = 0; part < Line.Parts; part++)
        {
            lines = [.. lines.GroupBy(line => line.Without(part), StringComparer.Ordinal).Select(alike => Line.Join(alike, part))];
        }

        return [.. lines.OrderBy(line => line.Grows).ThenBy(line => line.Sentence, StringComparer.Ordinal).Select(line => line.Sentence)];
    }

    private static Line LineOf(CellChange change)
    {
        var question = change.Question;
        string[][] parts =
        [
            [Codes.Format(question.Sensitivity)],
            [Codes.Format(question.Posture)],
            [Codes.Format(question.Relation)],
            [ConstituencyNames.Format(question.Audience)],
            [Codes.Format(question.Origin)],
            [Codes.Format(question.Kind)],
        ];
        var grows = change.Shift == RuleShift.Grows;
        return new Line(grows, string.Join(", ", change.Moves), parts);
    }

    private sealed record Line(bool Grows, string Moves, string[][] Values)
    {
        public const int Parts = 6;

        private static readonly int[] Everything =
        [
            Codes.Sensitivities.Codes.Count, Codes.Postures.Codes.Count, int.MaxValue, ConstituencyNames.All.Count, Codes.Sides.Codes.Count, int.MaxValue,
        ];

        public string Sentence =>
            $"{(Grows ? "Grows" : "Shrinks")}: {Words(5)} of the {Words(4)} side for {Words(3)} ({Words(2)}), posture {Words(1)}, sensitivity {Words(0)}: {Moves}.";

        public static Line Join(IEnumerable<Line> alike, int part)
        {
            var all = alike.ToList();
            var values = (string[][])all[0].Values.Clone();
            values[part] = [.. all.SelectMany(line => line.Values[part])];
            return all[0] with { Values = values };
        }

        public string Without(int part) =>
            $"{Grows}|{Moves}|{string.Join('|', Values.Select((value, index) => index == part ? "*" : string.Join(',', value)))}";

        private string Words(int part) => Values[part].Length == Everything[part] ? Every : string.Join(" or ", Values[part]);
    }
}
