namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>The floors of the specification, read line by line.</summary>
internal static class SlowFloors
{
    /// <summary>What is left of a cell: files that cross sides are coarse at most, and hidden classes are gone.</summary>
    public static SlowCell Within(SlowQuestion question, SlowCell cell)
    {
        var left = cell.Without(Hidden(question));
        return left["attachment"] > 1 && question.Relation is "named" or "other"
            ? left with { Shown = new Dictionary<string, int>(left.Shown, StringComparer.Ordinal) { ["attachment"] = 1 } }
            : left;
    }

    /// <summary>The classes that may not be shown; null when not even existence may.</summary>
    public static IReadOnlySet<string>? Hidden(SlowQuestion question)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        if (question.Relation == "owner")
        {
            return hidden;
        }

        var outside = question.Side != "humanitarian";
        var given = outside && question.Relation is "named" or "other";
        var theirs = question.Origin == "humanitarian";
        if ((question.Kind == "protection-incident" && outside)
            || (question.Kind is "movement" or "site" && theirs && question.Side == "security" && question.Relation != "named")
            || (question.Origin == "security" && question.Side == "security" && question.Relation == "other"))
        {
            return null;
        }

        Add(outside, "beneficiary");
        Add(outside && given, "person", "source", "negotiation");
        Add(outside && theirs && question.Kind == "incident", "staff", "narrative");
        Add(theirs && question.Side == "security", "armed-actor");
        Add(!theirs && question.Side == "humanitarian", "operation");
        return hidden;

        void Add(bool when, params string[] classes)
        {
            if (when)
            {
                hidden.UnionWith(classes);
            }
        }
    }
}
