using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Areas;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>Reads the draft of a notification exactly as it would be notified, for a preview.</summary>
/// <typeparam name="TRequest">The request that would notify it.</typeparam>
/// <param name="kind">Its kind.</param>
/// <param name="options">What the notification itself would be read with.</param>
/// <param name="boundaries">Where the areas lie that it states.</param>
internal abstract class NotificationDraftReader<TRequest>(Kind kind, IOptions<MovementOptions> options, Boundaries boundaries) : IDraftReader
    where TRequest : class
{
    public string Kind => kind.Name;

    protected MovementOptions Options => options.Value;

    public DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        try
        {
            return Parse(posted, checks) is { } request && Notify(request, author, channel, now, checks) is { } notification
                ? Of(notification)
                : new DraftContent([], Protection: false, Sensitivity: null, checks.Errors);
        }
        catch (ActRefusedException refused)
        {
            return new DraftContent([], Protection: false, Sensitivity: null, refused.Errors);
        }
    }

    /// <summary>The notification as it would be; null when a field is at fault. Throws <see cref="ActRefusedException"/> when they do not hold together.</summary>
    protected abstract Notification? Notify(TRequest request, ItemOrigin author, string channel, DateTimeOffset now, FieldChecks checks);

    private DraftContent Of(Notification notification) =>
        new(notification.Content, Protection: false, notification.Sensitivity, new Dictionary<string, string[]>(StringComparer.Ordinal))
        {
            Recipients = notification.Recipients,
            Warnings = [.. notification.Warnings(boundaries).Select(warning => new DraftWarning(warning.Field, warning.Text))],
        };

    private TRequest? Parse(JsonObject posted, FieldChecks checks)
    {
        try
        {
            return posted.Deserialize<TRequest>(Wire.Json);
        }
        catch (JsonException fault)
        {
            checks.Add($"content{fault.Path?.TrimStart('$')}", $"Correct this field; it is not one of a {kind.Name}, or its value has the wrong shape.");
            return null;
        }
    }
}
