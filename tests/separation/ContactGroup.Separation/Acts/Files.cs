using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>A file as somebody has it: <c>text</c>, <c>picture</c> or <c>paper</c>, and a word that is in its name and, where files carry such, in its metadata.</summary>
internal sealed record HeldFile(string Kind, string Word)
{
    public string Name => $"{Word}.{(Kind == "text" ? "txt" : Kind == "picture" ? "png" : "pdf")}";

    public string MediaType => Kind == "text" ? "text/plain" : Kind == "picture" ? "image/png" : "application/pdf";

    /// <summary>Its bytes: of a text and of a picture the same, whatever the word.</summary>
    public byte[] Bytes() => Kind switch
    {
        "text" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The bridge is closed until further notice.\n", 120))),
        "picture" => Picture(),
        _ => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {Word}\n%%EOF"),
    };

    private byte[] Picture()
    {
        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        Chunk(png, "tEXt", Encoding.UTF8.GetBytes("Author\0" + Word));
        var pixel = new MemoryStream();
        using (var zlib = new ZLibStream(pixel, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([0, 128]);
        }

        Chunk(png, "IDAT", pixel.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}

/// <summary>Somebody uploads a file in parts, loses an answer, asks how far it is, goes on, and keeps it or takes it back.</summary>
internal sealed record Upload(string By, string Room, HeldFile File, bool TakesBack) : Act(By)
{
    private const int Part = 4_096;

    public override string Tell(Plan plan) => $"uploads {File.Name} in {plan.Where(Room).Name}" + (TakesBack ? " and takes it back" : string.Empty);

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is { } channel && await SendAsync(world, By, channel, File, key) is { } upload && TakesBack)
        {
            await CommandAsync(world, By, "/api/channels/uploads/" + upload, [], key + "-back", "DELETE");
        }
    }

    /// <summary>Uploads a whole file; null when it is not taken.</summary>
    public static async Task<string?> SendAsync(World world, string by, string channel, HeldFile file, string key)
    {
        var bytes = file.Bytes();
        var begun = await CommandAsync(
            world,
            by,
            $"/api/channels/channels/{channel}/uploads",
            new JsonObject { ["name"] = file.Name, ["mediaType"] = file.MediaType, ["size"] = bytes.Length },
            key + "-upload");
        if (begun.Status != 201)
        {
            return null;
        }

        var upload = JsonNode.Parse(begun.Text)!["upload"]!.GetValue<string>();
        world.Uploads[World.SlotOf(key)] = (by, upload);
        for (var at = 0; at < bytes.Length; at += Part)
        {
            await PartAsync(world, by, upload, bytes, at);
        }

        // A part whose answer was lost, and how far it is now.
        await PartAsync(world, by, upload, bytes, 0);
        world.Note(by, await world.Http.SendAsync(new RawRequest("HEAD", "/api/channels/uploads/" + upload, world.TokenOf(by))));
        return upload;
    }

    private static async Task PartAsync(World world, string by, string upload, byte[] bytes, int at) => world.Note(by, await world.Http.SendAsync(
        new RawRequest("PATCH", "/api/channels/uploads/" + upload, world.TokenOf(by), null, string.Create(CultureInfo.InvariantCulture, $"Upload-Offset: {at}\r\n"))
        {
            Bytes = bytes[at..Math.Min(bytes.Length, at + Part)],
        }));
}
