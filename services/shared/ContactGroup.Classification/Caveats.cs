namespace ContactGroup.Classification;

/// <summary>Handling caveats.</summary>
[Flags]
public enum Caveats { None = 0, Unattributed = 1, Exercise = 2, OriginHidden = 4, NoExport = 8, Expires = 16 }
