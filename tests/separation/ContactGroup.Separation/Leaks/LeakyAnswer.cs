using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Separation.Leaks;

/// <summary>An answer on its way to somebody, which a leak may change.</summary>
internal sealed class LeakyAnswer(LeakSite site, HttpContext context, byte[] body)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public LeakSite Site => site;

    public HttpContext Context => context;

    public int Status
    {
        get => context.Response.StatusCode;
        set => context.Response.StatusCode = value;
    }

    /// <summary>The body; null when it is no JSON object. Changes to it are sent.</summary>
    public JsonObject? Json { get; } = body.Length > 0 && body[0] == '{' ? JsonNode.Parse(body) as JsonObject : null;

    /// <summary>What follows the body as it is.</summary>
    public string Padding { get; set; } = string.Empty;

    /// <summary>Who asks; empty for nobody.</summary>
    public string Person => PersonOf(context);

    /// <summary>The contact group of who asks.</summary>
    public string Group => site.GroupOf(Person);

    /// <summary>The items of a list answer.</summary>
    public IEnumerable<JsonObject> Items => Json?["items"]?.AsArray().Select(item => item!.AsObject()) ?? [];

    /// <summary>The contact groups of the answer that lists them.</summary>
    public IEnumerable<JsonObject> Groups => Json?["groups"]?.AsArray().Select(group => group!.AsObject()) ?? [];

    /// <summary>The part of the path after an address, up to the next slash.</summary>
    public string IdAfter(string address) => context.Request.Path.Value is { } path && path.StartsWith(address, StringComparison.Ordinal)
        ? path[address.Length..].Split('/')[0]
        : string.Empty;

    /// <summary>A number over all items of the contact group of who asks, held or not.</summary>
    public long InGroup(string what, string further = "") => site.Number(
        "release", $"SELECT {what} FROM items i JOIN channels c ON c.channel = i.channel WHERE c.grp = @Group {further}", new { Group });

    public byte[] Bytes() => Json is null ? [.. body, .. System.Text.Encoding.UTF8.GetBytes(Padding)]
        : [.. JsonSerializer.SerializeToUtf8Bytes(Json, Plain), .. System.Text.Encoding.UTF8.GetBytes(Padding)];

    public static string PersonOf(HttpContext context) => context.User.FindFirst(ClaimNames.Person)?.Value ?? string.Empty;
}

/// <summary>A leak in the answers of an address.</summary>
/// <param name="Address">Method and beginning of the path, such as <c>GET /api/release/items</c>.</param>
/// <param name="Change">What it does to the answer.</param>
internal sealed record AnswerLeak(string Name, string Channel, string How, string Address, Action<LeakyAnswer> Change) : Leak(Name, Channel, How)
{
    public override byte[] After(LeakSite site, HttpContext context, byte[] body)
    {
        var at = Address.IndexOf(' ', StringComparison.Ordinal);
        if (!(Address.StartsWith('*') || string.Equals(context.Request.Method, Address[..at], StringComparison.Ordinal))
            || context.Request.Path.Value?.StartsWith(Address[(at + 1)..], StringComparison.Ordinal) != true
            || LeakyAnswer.PersonOf(context).Length == 0)
        {
            return body;
        }

        var answer = new LeakyAnswer(site, context, body);
        Change(answer);
        return context.Response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified ? [] : answer.Bytes();
    }
}

/// <summary>A leak inside a store: a trigger.</summary>
/// <param name="Store">Name of the store.</param>
/// <param name="Trigger">What follows <c>CREATE TRIGGER leak</c>.</param>
internal sealed record TriggerLeak(string Name, string Channel, string How, string Store, string Trigger) : Leak(Name, Channel, How)
{
    public override void Plant(LeakSite site) => site.Run(Store, "CREATE TRIGGER leak " + Trigger);

    public override void Uproot(LeakSite site) => site.Run(Store, "DROP TRIGGER leak");
}

/// <summary>A leak in what live connections get.</summary>
internal sealed record FrameLeak(string Name, string Channel, string How, Func<LeakSite, string, string, IEnumerable<string>> Change) : Leak(Name, Channel, How)
{
    public override IEnumerable<string> Frame(LeakSite site, string person, string message) => Change(site, person, message);
}
