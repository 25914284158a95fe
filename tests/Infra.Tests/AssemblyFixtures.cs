[assembly: AssemblyFixture(typeof(Infra.Tests.Bicep.CompiledTemplate))]
