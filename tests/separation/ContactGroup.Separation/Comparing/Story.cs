using System.Text;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Observing;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Comparing;

/// <summary>A difference as a story that a person can follow.</summary>
internal static class Story
{
    private const int Around = 160;

    public static string Of(Plan plan, Difference difference)
    {
        var story = new StringBuilder();
        story.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"Seed {plan.Seed}. {plan.Observer.Name} ({plan.Observer.Audience}) observes. The posture is {plan.Posture.ToString().ToLowerInvariant()}.");
        foreach (var slot in plan.Slots)
        {
            Tell(story, plan, slot);
        }

        var (left, right) = (difference.First, difference.Second);
        story.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"Then, after {(left ?? right)!.When}, {plan.Observer.Name} looks at \"{(left ?? right)!.What}\" and sees:");
        var (one, two) = Excerpts(left, right);
        story.Append("  in the first world:  ").AppendLine(one);
        story.Append("  in the second world: ").AppendLine(two);
        return story.ToString();
    }

    private static void Tell(StringBuilder story, Plan plan, Slot slot)
    {
        if (slot.IsSame && slot.First is { } both)
        {
            story.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {slot.Key}: In both worlds {Subject(plan, both)} {both.Tell(plan)}.");
            return;
        }

        if (slot.First is { } first)
        {
            story.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {slot.Key}: Only in the first, {Subject(plan, first)} {first.Tell(plan)}.");
        }

        if (slot.Second is { } second)
        {
            story.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {slot.Key}: Only in the second, {Subject(plan, second)} {second.Tell(plan)}.");
        }
    }

    private static string Subject(Plan plan, Act act) =>
        plan.People.FirstOrDefault(person => person.Key == act.By) is { } person ? $"{person.Name} ({person.Audience})" : "the administrator";

    private static (string One, string Two) Excerpts(Observation? left, Observation? right)
    {
        var (one, two) = (left?.Text ?? string.Empty, right?.Text ?? string.Empty);
        if (left is null || right is null || left.What != right.What)
        {
            return ($"{left?.What ?? "nothing"}: {Cut(one, 0)}", $"{right?.What ?? "nothing"}: {Cut(two, 0)}");
        }

        var at = 0;
        while (at < one.Length && at < two.Length && one[at] == two[at])
        {
            at++;
        }

        return (Cut(one, at), Cut(two, at));
    }

    private static string Cut(string text, int at)
    {
        var start = Math.Max(0, at - (Around / 2));
        var part = text.Substring(start, Math.Min(Around * 2, text.Length - start)).ReplaceLineEndings(" | ");
        return (start > 0 ? "…" : string.Empty) + part + (start + part.Length < text.Length ? "…" : string.Empty);
    }
}
