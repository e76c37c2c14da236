namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>The seven rules that a policy must keep, one after the other over every question, by the words of the specification.</summary>
internal static class SlowCheck
{
    /// <summary>The numbers of the rules that are broken.</summary>
    public static IReadOnlySet<int> Broken(SlowPolicy policy)
    {
        var cells = SlowQuestion.All.Where(question => question.Possible).ToDictionary(question => question, policy.Written);
        return new SortedSet<int>(cells.SelectMany(cell => Broken(policy, cells, cell.Key, cell.Value)));
    }

    private static IEnumerable<int> Broken(
        SlowPolicy policy, Dictionary<SlowQuestion, (SlowCell All, SlowCell AtOnce)> cells, SlowQuestion question, (SlowCell All, SlowCell AtOnce) cell)
    {
        var apart = question is { Origin: "security", Side: "security", Relation: "other" };
        if (cell.All.Visible && (apart ? 5 : ExceedsFloors(question, cell.All) ? 1 : 0) is > 0 and var floor)
        {
            yield return floor;
        }

        if (Looser(question).Any(looser => IsMore(cell, cells[looser])))
        {
            yield return 2;
        }

        if (IsUnknownToThoseWhoMustKnow(cells, question, cell))
        {
            yield return 3;
        }

        if (question is { Origin: "humanitarian", Side: "security" } && SlowWords.SideOf.Where(pair => pair.Value == "humanitarian")
            .Any(pair => IsMore(cell, cells[question with { Audience = pair.Key, Relation = "own-side" }])))
        {
            yield return 4;
        }

        if (!cell.All.Visible && policy.IsSilent(question))
        {
            yield return 6;
        }

        if (question.Relation is "named" or "other" && cell.AtOnce["attachment"] > 0)
        {
            yield return 7;
        }
    }

    private static bool ExceedsFloors(SlowQuestion question, SlowCell all) => !all.ShowsNoMoreThan(SlowFloors.Within(question, all));

    private static bool IsMore((SlowCell All, SlowCell AtOnce) one, (SlowCell All, SlowCell AtOnce) other) =>
        !one.All.ShowsNoMoreThan(other.All) || !one.AtOnce.ShowsNoMoreThan(other.AtOnce);

    private static IEnumerable<SlowQuestion> Looser(SlowQuestion question) =>
    [
        .. SlowWords.Postures.TakeWhile(posture => posture != question.Posture).Select(posture => question with { Posture = posture }),
        .. SlowWords.Sensitivities.TakeWhile(sensitivity => sensitivity != question.Sensitivity).Select(sensitivity => question with { Sensitivity = sensitivity }),
    ];

    private static bool IsUnknownToThoseWhoMustKnow(
        Dictionary<SlowQuestion, (SlowCell All, SlowCell AtOnce)> cells, SlowQuestion question, (SlowCell All, SlowCell AtOnce) cell)
    {
        if (question.Relation == "owner")
        {
            return !SlowWords.Classes.All(name => cell.AtOnce[name] == 2);
        }

        var isReleased = cell.All.Visible && question.Relation != "own-side" && question.Audience != "coordination"
            && !(question.Kind == "caucus-message" && question.Side == question.Origin);
        var coordination = question with { Audience = "coordination", Relation = question.Origin == "humanitarian" ? "own-side" : "other" };
        return isReleased && !cells[coordination].AtOnce.Visible;
    }
}
