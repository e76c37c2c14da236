using ContactGroup.Hosting.Web;

namespace ContactGroup.Realtime.Endpoint;

/// <summary>
/// How long the messages are that a client takes: of 16 KB, which a line of 10 kbit/s carries in half a minute, unless it says that its line carries longer ones. See
/// <c>docs/decisions/0079</c>.
/// </summary>
internal static class MessageLength
{
    private const string Field = "messages";
    private const string Short = "short";
    private const string Long = "long";

    /// <summary>Turns away whoever asks for anything else.</summary>
    public static RequestDelegate Before(RequestDelegate next) => context => context.Request.Query[Field] is [] or [Short] or [Long]
        ? next(context)
        : Problems.Invalid(Field, "Use short, or long for a line that carries 20 kbit/s or more.").ExecuteAsync(context);

    /// <summary>Whether a client takes long ones.</summary>
    public static bool IsLong(HttpRequest request) => request.Query[Field] is [Long];
}
