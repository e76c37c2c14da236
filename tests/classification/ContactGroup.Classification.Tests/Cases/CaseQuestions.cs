namespace ContactGroup.Classification.Tests.Cases;

/// <summary>The questions that the rows of a table stand for.</summary>
internal static class CaseQuestions
{
    public static IEnumerable<Question> Of(IQuestions row) =>
        from posture in row.Posture.Select(Codes.Postures.Parse)
        from kind in row.Kind.Select(Codes.Kinds.Parse)
        from origin in row.Origin.Select(Codes.Sides.Parse)
        from sensitivity in row.Sensitivity.Select(Codes.Sensitivities.Parse)
        from audience in row.Audience.Select(ConstituencyNames.Parse)
        from relation in row.Relation.Select(Codes.Relations.Parse)
        let question = new Question(posture, kind, origin, sensitivity, audience, relation)
        where !question.IsContradictory
        select question;

    public static IEnumerable<Question> OfDecisions() => RepositoryFiles.Names("tests/classification/cases", "decisions-*.json")
        .SelectMany(file => CaseFile<DecisionCase>.Read(file).Cases)
        .SelectMany(Of);

    public static IEnumerable<Question> OfFloors() => CaseFile<FloorCase>.Read("floors.json").Cases.SelectMany(Of);
}
