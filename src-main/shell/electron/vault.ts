import { safeStorage } from 'electron'
import type { Vault } from '../../core/ports.ts'

/**
 * The system's keychain, or null where there is none. On Linux Chromium then falls back to a key that anyone knows;
 * what that seals is as good as open, so it counts as none. Call once the app is ready.
 */
export const systemVault = (): Vault | null => {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    keeper: 'system',
    seal: (plain) => safeStorage.encryptString(plain),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  }
}
