metadata description = 'The identity that the app uses for everything. Created first, so that its roles exist before the app starts.'

import { tagsType } from 'types.bicep'

@description('Name of the identity.')
@minLength(3)
@maxLength(128)
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}
