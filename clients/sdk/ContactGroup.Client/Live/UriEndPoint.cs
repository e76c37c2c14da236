using System.Net;

namespace ContactGroup.Client.Live;

/// <summary>A web address where the SignalR client core asks for an end point.</summary>
internal sealed class UriEndPoint(Uri uri) : EndPoint
{
    public Uri Uri { get; } = uri;

    public override string ToString() => Uri.ToString();
}
