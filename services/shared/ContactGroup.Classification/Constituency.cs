namespace ContactGroup.Classification;

/// <summary>What an organisation is in the theatre.</summary>
public enum Constituency : byte { Unknown = 0, UnHumanitarian, Ingo, Nngo, Rcrc, Development, Donor, HostAuthority, Political, Police, Military, Coordination, Observer }
