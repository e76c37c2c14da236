using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Realtime;

/// <summary>Bounds of live connections. Section <c>Realtime</c>.</summary>
internal sealed class RealtimeOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Realtime";

    /// <summary>How many batches may wait for one connection before it is dropped.</summary>
    /// <value>16 to 4,096. Default: 256.</value>
    [Range(16, 4_096)]
    public int WaitingBatches { get; set; } = 256;

    /// <summary>How long one write may be stuck before its connection is dropped. With 30 s a line of 10 kbit/s is slow and not stuck, or one of 20 kbit/s whose client asked for long messages.</summary>
    /// <value>Seconds, 1 to 120. Default: 30.</value>
    [Range(1, 120)]
    public int StuckWriteSeconds { get; set; } = 30;

    /// <summary>How much the machine holds for one connection beyond what is on its way to it, where the machine can be told (Linux). It cannot be taken back any more.</summary>
    /// <value>Kilobytes, 16 to 4,096. Default: 64.</value>
    [Range(16, 4_096)]
    public int UnsentKilobytes { get; set; } = 64;

    /// <summary>How often every connection hears where its streams end.</summary>
    /// <value>Seconds, 1 to 300. Default: 15.</value>
    [Range(1, 300)]
    public int BeaconSeconds { get; set; } = 15;

    /// <summary>How many streams one connection may follow.</summary>
    /// <value>1 to 4,096. Default: 512.</value>
    [Range(1, 4_096)]
    public int StreamsPerConnection { get; set; } = 512;

    /// <summary>How many live connections one person may have.</summary>
    /// <value>1 to 256. Default: 16.</value>
    [Range(1, 256)]
    public int ConnectionsPerPerson { get; set; } = 16;

    /// <summary>How many entries one read of a backlog asks for.</summary>
    /// <value>1 to 1,000. Default: 200.</value>
    [Range(1, 1_000)]
    public int PageEntries { get; set; } = 200;

    /// <summary>How many backlogs are read at once; live frames do not wait for them. Few are faster: meanwhile more gather who share the next.</summary>
    /// <value>1 to 256. Default: 4.</value>
    [Range(1, 256)]
    public int BacklogReads { get; set; } = 4;

    /// <summary>Pages that may open a live connection besides those of this host itself, such as <c>https://app.example.org</c>.</summary>
    /// <value>Origins. Default: none.</value>
    public IList<string> AllowedOrigins { get; } = [];
}
