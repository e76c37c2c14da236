using System.Buffers.Binary;
using System.Text;
using ContactGroup.Channels.Domain.Files;
using ContactGroup.Testing;

namespace ContactGroup.Channels.Tests.Domain.Files;

/// <summary>What is left of a file is its picture or its words.</summary>
public sealed class CleaningTests
{
    [Fact]
    public void A_jpeg_keeps_its_picture_and_how_it_is_turned()
    {
        var cleaned = JpegFile.Clean(Pictures.Jpeg);

        Assert.False(Pictures.TellsTales(cleaned));
        Assert.Equal([0xE1, 0xDB, 0xC0, 0xC4, 0xDA], Segments(cleaned).Distinct());
        Assert.Equal(6, JpegOrientation.Read(cleaned.AsSpan(6, BinaryPrimitives.ReadUInt16BigEndian(cleaned.AsSpan(4)) - 2)));
        Assert.Equal(ScansOf(Pictures.PlainJpeg), ScansOf(cleaned));
    }

    [Fact]
    public void A_cleaned_file_stays_as_it_is()
    {
        foreach (var type in FileType.All.Where(type => type.Stays is null))
        {
            var once = type.Clean(Sample(type));

            Assert.Equal(once, type.Clean(once));
        }
    }

    [Fact]
    public void A_picture_that_is_not_turned_has_no_application_data_at_all() =>
        Assert.Equal([0xDB, 0xC0, 0xC4, 0xDA], Segments(JpegFile.Clean(Pictures.PlainJpeg)).Distinct());

    [Fact]
    public void A_png_keeps_what_makes_its_picture()
    {
        var cleaned = PngFile.Clean(Pictures.Png);

        Assert.False(Pictures.TellsTales(cleaned));
        Assert.All(Chunks(cleaned), name => Assert.Contains(name, (string[])["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"]));
    }

    [Fact]
    public void A_webp_keeps_its_picture_and_says_that_it_has_nothing_else()
    {
        var cleaned = WebpFile.Clean(Pictures.Webp);

        Assert.False(Pictures.TellsTales(cleaned));
        Assert.Equal(cleaned.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(cleaned.AsSpan(4)));
        Assert.Equal("VP8X", Encoding.ASCII.GetString(cleaned, 12, 4));
        Assert.Equal(0, cleaned[20] & 0x2E);
    }

    [Fact]
    public void A_moving_webp_is_refused()
    {
        var moving = Pictures.Webp;
        moving[20] |= 0x02;

        Assert.Throws<FileRefusedException>(() => WebpFile.Clean(moving));
    }

    [Fact]
    public void Text_loses_its_byte_order_mark_and_nothing_else() =>
        Assert.Equal("طريق,مفتوح\r\n"u8.ToArray(), TextFile.Clean([0xEF, 0xBB, 0xBF, .. "طريق,مفتوح\r\n"u8]));

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("application/pdf")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("application/vnd.oasis.opendocument.text")]
    public void A_file_of_another_type_is_refused(string mediaType)
    {
        byte[][] others = [[], [0], [0xFF, 0xD8], [.. "MZ\u0090\0\u0003"u8, 0], [.. "<html><script>"u8, 0], [.. "PK\u0003\u0004"u8, 0], .. Samples.Where(sample => sample.Type != mediaType).Select(sample => sample.Bytes)];

        Assert.All(others, other => Assert.Throws<FileRefusedException>(() => FileType.Find(mediaType)!.Clean(other)));
    }

    [Fact]
    public void A_document_with_macros_is_refused()
    {
        var word = FileType.All.Single(type => type.Extensions[0] == "docx");

        word.Clean(Zip("word/document.xml"));

        Assert.Throws<FileRefusedException>(() => word.Clean(Zip("word/document.xml", "word/vbaProject.bin")));
    }

    internal static byte[] Sample(FileType type) => type.Extensions[0] switch
    {
        "jpg" => Pictures.Jpeg,
        "png" => Pictures.Png,
        "webp" => Pictures.Webp,
        "pdf" => [.. "%PDF-1.7\n%%EOF\n"u8],
        "docx" => Zip("word/document.xml"),
        "xlsx" => Zip("xl/workbook.xml"),
        "pptx" => Zip("ppt/presentation.xml"),
        "odt" => Zip("content.xml"),
        _ => [.. "a,b\n1,2\n"u8],
    };

    private static IEnumerable<(string Type, byte[] Bytes)> Samples => FileType.All
        .Where(type => type.Extensions[0] is "jpg" or "png" or "webp" or "pdf")
        .Select(type => (type.MediaType, Sample(type)));

    private static byte[] Zip(params string[] names)
    {
        using var file = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                archive.CreateEntry(name);
            }
        }

        return file.ToArray();
    }

    private static IEnumerable<byte> Segments(byte[] jpeg)
    {
        for (var at = 2; jpeg[at + 1] != 0xD9;)
        {
            yield return jpeg[at + 1];
            var after = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            at = jpeg[at + 1] == 0xDA ? Array.FindIndex(jpeg, after, value => value == 0xFF) : after;
            while (jpeg[at + 1] is 0 or (>= 0xD0 and <= 0xD7))
            {
                at = Array.FindIndex(jpeg, at + 1, value => value == 0xFF);
            }
        }
    }

    private static byte[] ScansOf(byte[] jpeg)
    {
        ReadOnlySpan<byte> scan = [0xFF, 0xDA];
        ReadOnlySpan<byte> end = [0xFF, 0xD9];
        return jpeg[jpeg.AsSpan().LastIndexOf(scan)..(jpeg.AsSpan().LastIndexOf(end) + 2)];
    }

    private static IEnumerable<string> Chunks(byte[] png)
    {
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            yield return Encoding.ASCII.GetString(png, at + 4, 4);
        }
    }
}
