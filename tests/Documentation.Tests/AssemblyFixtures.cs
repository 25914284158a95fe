[assembly: AssemblyFixture(typeof(Documentation.Tests.Running.DocumentedSandbox))]
