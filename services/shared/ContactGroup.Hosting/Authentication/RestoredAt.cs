using System.Globalization;
using ContactGroup.Hosting.Storage;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Authentication;

/// <summary>
/// When a backup was restored the last time, as the file <c>restored-at</c> beside the keys says. INVARIANT: no session from before is let in: the stores have
/// forgotten which of them ended since the backup, and who was suspended.
/// </summary>
internal sealed class RestoredAt(IOptions<KeyRingOptions> ring, IOptions<StorageOptions> storage)
{
    /// <summary>Name of the file: seconds since 1970, UTC.</summary>
    public const string FileName = "restored-at";

    private readonly DateTimeOffset at = Read(Path.Combine(KeyRing.Folder(ring.Value, storage.Value), FileName));

    /// <summary>Whether a session that started then is one from before.</summary>
    public bool Ends(DateTimeOffset since) => since <= at;

    // What cannot be read ends every session: it says that there was a restore, and not when.
    private static DateTimeOffset Read(string path)
    {
        if (!File.Exists(path))
        {
            return DateTimeOffset.MinValue;
        }

        return long.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MaxValue;
    }
}
