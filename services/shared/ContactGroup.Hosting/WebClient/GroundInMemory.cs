using Microsoft.Extensions.FileProviders;

namespace ContactGroup.Hosting.WebClient;

/// <summary>The ground as it was read at the start: what happens to the file afterwards is not seen by anybody.</summary>
internal sealed class GroundInMemory(byte[] bytes, DateTimeOffset at) : IFileInfo
{
    public bool Exists => true;

    public long Length => bytes.Length;

    public string? PhysicalPath => null;

    public string Name => "ground.json";

    public DateTimeOffset LastModified => at;

    public bool IsDirectory => false;

    public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
}
