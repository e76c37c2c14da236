using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Hosting.Storage;

/// <summary>Where modules keep their stores. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Folder that holds one database file per module.</summary>
    /// <value>A path. Default: <c>contactgroup-data</c> under the working folder.</value>
    [Required]
    public string DataFolder { get; set; } = "contactgroup-data";

    /// <summary>How many writes one commit may carry at most.</summary>
    /// <value>1 to 1,000. Default: 128.</value>
    [Range(1, 1_000)]
    public int WritesPerCommit { get; set; } = 128;

    /// <summary>How many writes may wait before the store answers that it is unavailable.</summary>
    /// <value>16 to 100,000. Default: 4,096.</value>
    [Range(16, 100_000)]
    public int WaitingWrites { get; set; } = 4_096;

    /// <summary>How many reads may run at once in one store.</summary>
    /// <value>1 to 256. Default: 32.</value>
    [Range(1, 256)]
    public int ConcurrentReads { get; set; } = 32;
}
