using System.Text.Json;

namespace ContactGroup.Hosting.Web;

/// <summary>A value is readable JSON but not acceptable; the message is the remedy. The serialiser adds the path.</summary>
internal sealed class WireException(string remedy) : JsonException(remedy)
{
    public string Remedy { get; } = remedy;
}
