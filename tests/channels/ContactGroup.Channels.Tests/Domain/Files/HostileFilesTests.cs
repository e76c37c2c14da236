using System.Diagnostics;
using System.Security.Cryptography;
using ContactGroup.Channels.Domain.Files;
using ContactGroup.Testing;

namespace ContactGroup.Channels.Tests.Domain.Files;

/// <summary>
/// Files that were cut, changed and made up: each is cleaned or refused, within a bound, and what comes out is the same when it is cleaned again. Nothing else
/// may happen, whatever the bytes.
/// </summary>
public sealed class HostileFilesTests
{
    private const int Changed = 1_000;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Types => [.. FileType.All.Select(type => type.MediaType)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_cut_file_is_cleaned_or_refused(string mediaType)
    {
        var type = FileType.Find(mediaType)!;
        var sample = CleaningTests.Sample(type);

        Try(type, Enumerable.Range(0, sample.Length).Select(length => sample[..length]));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_changed_file_is_cleaned_or_refused(string mediaType)
    {
        var type = FileType.Find(mediaType)!;
        var sample = CleaningTests.Sample(type);

        Try(type, Enumerable.Range(0, Changed).Select(seed => Change(sample, seed)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_made_up_file_with_the_right_beginning_is_cleaned_or_refused(string mediaType)
    {
        var type = FileType.Find(mediaType)!;
        var begin = CleaningTests.Sample(type)[..Math.Min(12, CleaningTests.Sample(type).Length)];

        Try(type, Enumerable.Range(0, 500).Select(length => (byte[])[.. begin, .. RandomNumberGenerator.GetBytes(length)]));
    }

    [Fact]
    public void A_picture_that_is_all_segments_takes_no_longer_than_its_length()
    {
        byte[] segments = [0xFF, 0xD8, .. Enumerable.Repeat((byte[])[0xFF, 0xE0, 0, 2], 1_000_000).SelectMany(segment => segment)];
        var started = Stopwatch.GetTimestamp();

        Assert.Throws<FileRefusedException>(() => JpegFile.Clean(segments));

        Assert.True(Stopwatch.GetElapsedTime(started) < Bound);
    }

    private static void Try(FileType type, IEnumerable<byte[]> files)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var file in files)
        {
            try
            {
                var cleaned = type.Clean(file);
                Assert.Equal(cleaned, type.Clean(cleaned));
                Assert.True(cleaned.Length <= file.Length + 40);

                // A length that was changed in a WebP may take what follows for picture data; where it ends, only a decoder can tell.
                Assert.True(type.Stays is not null || type.Extensions[0] == "webp" || !Pictures.TellsTales(cleaned), Convert.ToBase64String(file));
            }
            catch (FileRefusedException)
            {
                // Refused is as good as cleaned.
            }
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < Bound);
    }

    /// <summary>Some bytes changed, cut out or doubled; the same for the same seed.</summary>
    private static byte[] Change(byte[] sample, int seed)
    {
        var random = SHA256.HashData(BitConverter.GetBytes(seed));
        var bytes = sample.ToList();
        for (var index = 0; index < 1 + (random[0] % 6); index++)
        {
            var at = BitConverter.ToUInt16(random, 2 + (index * 4)) % bytes.Count;
            switch (random[4 + (index * 4)] % 4)
            {
                case 0:
                    bytes[at] ^= (byte)(1 << (random[5 + (index * 4)] % 8));
                    break;
                case 1:
                    bytes[at] = random[5 + (index * 4)];
                    break;
                case 2 when bytes.Count > 1:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.InsertRange(at, bytes.Skip(at).Take(random[5 + (index * 4)]).ToList());
                    break;
            }
        }

        return [.. bytes];
    }
}
