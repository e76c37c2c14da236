using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain.Movements;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>Reads the draft of a movement exactly as <see cref="NotifyMovement"/> would, for a preview.</summary>
internal sealed class ReadMovementDraft(IOptions<MovementOptions> options) : IDraftReader
{
    public string Kind => MovementSchema.Schema.Kind;

    public DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        if (Parse(posted, checks) is { } request)
        {
            var draft = MovementDraft.Read(request, reached: null, checks);
            if (!checks.Failed)
            {
                return Read(draft, author, channel, now);
            }
        }

        return new DraftContent([], Protection: false, Sensitivity: null, checks.Errors);
    }

    private DraftContent Read(MovementDraft draft, ItemOrigin author, string channel, DateTimeOffset now)
    {
        try
        {
            var movement = draft.Notify(author, channel, exercise: false, options.Value, now);
            return new DraftContent(movement.Content, Protection: false, movement.Sensitivity, new Dictionary<string, string[]>(StringComparer.Ordinal))
            {
                Recipients = movement.Recipients,
            };
        }
        catch (ActRefusedException refused)
        {
            return new DraftContent([], Protection: false, Sensitivity: null, refused.Errors);
        }
    }

    private static NotifyMovement.Request? Parse(JsonObject posted, FieldChecks checks)
    {
        try
        {
            return posted.Deserialize<NotifyMovement.Request>(Wire.Json);
        }
        catch (JsonException fault)
        {
            checks.Add($"content{fault.Path?.TrimStart('$')}", "Correct this field; it is not one of a movement, or its value has the wrong shape.");
            return null;
        }
    }
}
