using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>
/// What is different now of a notification. Nobody is named anew: who came later would wait for a coordinator at every version, with an older one meanwhile
/// (decision 0039).
/// </summary>
/// <param name="Said">Fields with their new values.</param>
/// <param name="Cleared">Names of fields to empty.</param>
/// <param name="Named">Whom to tell from now on, of those that were named; null when that stays.</param>
internal sealed record Change(JsonObject Said, IReadOnlyList<string> Cleared, IReadOnlyList<string>? Named)
{
    /// <summary>Reads which fields to empty and who stays named. A field that a notification needs is not emptied.</summary>
    public static Change Read(
        JsonObject said, IReadOnlyList<string>? clear, IReadOnlyList<string> optional, IReadOnlyList<Recipient>? recipients, FieldChecks checks)
    {
        var cleared = checks.List("clear", clear ?? [], 0, optional.Count).Take(optional.Count).ToList();
        foreach (var (name, index) in cleared.Select((name, index) => (name, index)))
        {
            checks.That(optional.Contains(name, StringComparer.Ordinal), $"clear[{index}]", $"A notification needs it, or knows no such field; give one of {string.Join(", ", optional)}.");
            checks.That(name is null || !said.ContainsKey(name), $"clear[{index}]", "Either give a value or clear the field.");
        }

        var change = new Change(said, cleared, recipients is null ? null : NamedForces.Read(recipients, reached: null, checks));
        checks.That(said.Count > 0 || cleared.Count > 0 || change.Named is not null, "reason", "Nothing to amend: give the fields that are different now.");
        return change;
    }

    /// <summary>The next version with the change in it, for the rules of its kind to look at.</summary>
    public Notification Over(Notification before, FieldChecks checks)
    {
        foreach (var added in (Named ?? []).Except(before.Recipients, StringComparer.Ordinal))
        {
            checks.Add(ContentNames.Recipients, $"{added} was not named before. Tell it with a notification of its own.");
        }

        var next = before.Next() with { Recipients = Named ?? before.Recipients };
        foreach (var (name, value) in Said)
        {
            next.Content[name] = value?.DeepClone();
        }

        foreach (var name in Cleared)
        {
            next.Content.Remove(name);
        }

        next.Content[ContentNames.Recipients] = NamedForces.Listed(next.Recipients);
        return next;
    }
}
