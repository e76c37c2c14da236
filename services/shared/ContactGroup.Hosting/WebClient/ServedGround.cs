using Microsoft.Extensions.FileProviders;

namespace ContactGroup.Hosting.WebClient;

/// <summary>The ground of the map that this process serves, the operator's or the one that ships; in processes that serve none it is absent.</summary>
/// <param name="File">What was looked at; null where no web client was published, or what lies there cannot be drawn.</param>
public sealed record ServedGround(IFileInfo? File);
