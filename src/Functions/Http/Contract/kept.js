"use strict";
// What a reader chose, for the next visit. Browsers may refuse to keep anything; then the choice holds until the page is closed.
const Kept = {
  read: (name) => {
    try {
      return localStorage.getItem(`docs.${name}`);
    } catch {
      return null;
    }
  },
  write: (name, value) => {
    try {
      localStorage.setItem(`docs.${name}`, value);
    } catch {
      // Refused: nothing else depends on it.
    }
  },
};
