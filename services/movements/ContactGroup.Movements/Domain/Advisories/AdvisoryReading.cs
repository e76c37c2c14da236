using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>Reads what came in of an advisory, each field for itself, into content that may be stored. Nothing that is not written here gets through.</summary>
internal static class AdvisoryReading
{
    private const int LongestPcode = 20;
    private const int LongestOwn = 1_000;
    private const int WidestMetres = 200_000;

    private static readonly string[] Optional =
    [
        AdvisoryNames.RouteStatus, AdvisoryNames.AdviceToOthers, AdvisoryNames.Admin1, ContentNames.Admin1Pcode, AdvisoryNames.Admin2, ContentNames.Admin2Pcode,
        AdvisoryNames.Place, AdvisoryNames.Position, AdvisoryNames.Radius, AdvisoryNames.Outline, ContentNames.CallContact, .. AdvisoryNames.OwnAlone,
    ];

    public static JsonObject Read(AdvisoryFields said, FieldChecks checks)
    {
        var content = new JsonObject();
        Code(AdvisoryNames.Type, said.AdvisoryType, "advisory-type");
        Code(AdvisoryNames.RouteStatus, said.RouteStatus, "route-status");
        Code(AdvisoryNames.Severity, said.Severity, "cap-severity");
        Code(AdvisoryNames.Urgency, said.Urgency, "cap-urgency");
        Code(AdvisoryNames.Certainty, said.Certainty, "cap-certainty");
        Code(AdvisoryNames.AdviceToOthers, said.AdviceToOthers, "advice");
        Write(AdvisoryNames.ValidFrom, Parts.Instant(said.ValidFrom));
        Write(AdvisoryNames.ValidUntil, Parts.Instant(said.ValidUntil));
        Code(ContentNames.Country, said.Country, "country");
        Line(AdvisoryNames.Admin1, said.Admin1, Parts.Line);
        Line(ContentNames.Admin1Pcode, said.Admin1Pcode, LongestPcode);
        Line(AdvisoryNames.Admin2, said.Admin2, Parts.Line);
        Line(ContentNames.Admin2Pcode, said.Admin2Pcode, LongestPcode);
        Line(AdvisoryNames.Place, said.Place, Parts.Line);
        Write(AdvisoryNames.Position, said.Position is null ? null : Outlines.Point(AdvisoryNames.Position, said.Position, checks));
        checks.Range(AdvisoryNames.Radius, said.Radius, 1, WidestMetres);
        Write(AdvisoryNames.Radius, said.Radius);
        Write(AdvisoryNames.Outline, said.Outline is null ? null : Outlines.Corners(AdvisoryNames.Outline, said.Outline, checks));
        Write(AdvisoryNames.Summary, checks.OptionalText(AdvisoryNames.Summary, said.Summary, AdvisorySchema.LongestSummary));
        Write(ContentNames.CallContact, said.CallContact is null ? null : Parts.Contact(ContentNames.CallContact, said.CallContact, checks));
        Write(AdvisoryNames.Unit, checks.OptionalText(AdvisoryNames.Unit, said.Unit, LongestOwn));
        Write(AdvisoryNames.Operation, checks.OptionalText(AdvisoryNames.Operation, said.Operation, LongestOwn));
        Write(AdvisoryNames.Source, checks.OptionalText(AdvisoryNames.Source, said.Source, LongestOwn));
        return content;

        void Code(string name, string? code, string list) => Write(name, checks.OptionalCode(name, code, CodeLists.Get(list).Values));

        void Line(string name, string? text, int longest) => Write(name, string.IsNullOrWhiteSpace(text) ? null : checks.Line(name, text, 1, longest));

        void Write(string name, JsonNode? value)
        {
            if (value is not null)
            {
                content[name] = value;
            }
        }
    }

    /// <summary>Names of fields to empty. A field that an advisory needs stays.</summary>
    public static IReadOnlyList<string> Cleared(IReadOnlyList<string>? names, JsonObject said, FieldChecks checks)
    {
        var all = checks.List("clear", names ?? [], 0, Optional.Length).Take(Optional.Length).ToList();
        foreach (var (name, index) in all.Select((name, index) => (name, index)))
        {
            checks.That(Optional.Contains(name, StringComparer.Ordinal), $"clear[{index}]", $"An advisory needs it, or knows no such field; give one of {string.Join(", ", Optional)}.");
            checks.That(name is null || !said.ContainsKey(name), $"clear[{index}]", "Either give a value or clear the field.");
        }

        return all;
    }
}
