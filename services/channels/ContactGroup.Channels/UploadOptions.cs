using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Channels;

/// <summary>Bounds of files that people attach. Section <c>Uploads</c>.</summary>
internal sealed class UploadOptions
{
    public const string Section = "Uploads";

    /// <summary>Largest file.</summary>
    /// <value>Bytes, 1,024 to 67,108,864. Default: 10,485,760.</value>
    [Range(1024, 64 * 1024 * 1024)]
    public int FileLimitBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Largest file of text, which is looked over when it is complete.</summary>
    /// <value>Bytes, 1,024 to 10,485,760. Default: 2,097,152.</value>
    [Range(1024, 10 * 1024 * 1024)]
    public int TextLimitBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>Most files that one item may carry.</summary>
    /// <value>1 to 20. Default: 5.</value>
    [Range(1, 20)]
    public int FilesPerItem { get; set; } = 5;

    /// <summary>Bytes of one person's uploads that may wait to be attached.</summary>
    /// <value>Bytes, 1,024 to 1,073,741,824. Default: 52,428,800.</value>
    [Range(1024, 1024 * 1024 * 1024)]
    public int WaitingBytesPerPerson { get; set; } = 50 * 1024 * 1024;

    /// <summary>How long an upload that does not go on, or that no item carries, is kept.</summary>
    /// <value>Hours, 1 to 168. Default: 24.</value>
    [Range(1, 168)]
    public int KeptHours { get; set; } = 24;
}
