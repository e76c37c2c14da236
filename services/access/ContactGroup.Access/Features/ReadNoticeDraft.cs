using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Access.Features;

/// <summary>Reads the draft of a notice exactly as <see cref="RaiseNotice"/> would, for a preview.</summary>
internal sealed class ReadNoticeDraft : IDraftReader
{
    public string Kind => AccessConstraintSchema.Schema.Kind;

    public DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        var content = Parse(posted, checks) is { } request ? RaiseNotice.Read(request, checks).Raise(author, channel, exercise: false, now, checks).Content : [];
        return new DraftContent(checks.Failed ? [] : content, Protection: false, Sensitivity: null, checks.Errors);
    }

    private static RaiseNotice.Request? Parse(JsonObject posted, FieldChecks checks)
    {
        try
        {
            return posted.Deserialize<RaiseNotice.Request>(Wire.Json);
        }
        catch (JsonException fault)
        {
            checks.Add($"content{fault.Path?.TrimStart('$')}", "Correct this field; it is not one of a notice, or its value has the wrong shape.");
            return null;
        }
    }
}
