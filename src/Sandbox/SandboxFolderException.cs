namespace Sandbox;

/// <summary>The sandbox's folder cannot be written; the message says which one.</summary>
public sealed class SandboxFolderException(string message, Exception innerException) : SandboxException(message, innerException);
