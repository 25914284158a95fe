namespace Sandbox;

/// <summary>A part of the sandbox could not start or stopped too early; the message says why and what to do next.</summary>
public class SandboxException(string message, Exception? innerException = null) : Exception(message, innerException);
